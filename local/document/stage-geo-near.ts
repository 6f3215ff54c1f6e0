import { refused } from './database-error'
import { distanceFrom, takeNear } from './geo'
import { assign, treeOf } from './tree'
import { type Fields, type Filter, isFields, type Value } from './value'

const options = new Set(
  'near spherical distanceField distanceMultiplier minDistance maxDistance query includeLocs key limit'.split(' '),
)

/**
 * `$geoNear`: what must be found, nearest first, and what is made of it. `places` are the fields with an index of places.
 */
export function geoNear(
  spec: Value,
  places: readonly string[],
): { filter: Filter; finish: (rows: Fields[]) => Fields[] } {
  if (!isFields(spec)) throw refused('$geoNear needs an object')
  const unknown = Object.keys(spec).find((name) => !options.has(name))
  if (unknown !== undefined) throw refused(`$geoNear: the option ${unknown} is not supported`)
  const { near = null, spherical, distanceField, distanceMultiplier = 1, minDistance, maxDistance, query = {} } = spec
  const { includeLocs, limit, key = places[0] } = spec
  if (spherical !== true) throw refused('$geoNear: spherical must be true')
  if (typeof distanceField !== 'string') throw refused('$geoNear requires a distanceField, a string')
  if (typeof distanceMultiplier !== 'number' || distanceMultiplier < 0)
    throw refused('$geoNear: distanceMultiplier must be a number that is not negative')
  if (includeLocs !== undefined && typeof includeLocs !== 'string')
    throw refused('$geoNear: includeLocs must be a string')
  if (limit !== undefined && (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1))
    throw refused('$geoNear: limit must be a positive whole number')
  if (!isFields(query) || takeNear(query).near) throw refused('$geoNear: query must be an object without another near')
  if (spec.key === undefined && places.length !== 1)
    throw refused(`$geoNear requires one 2dsphere index, or a key that names one; there are ${places.length}`)
  if (typeof key !== 'string') throw refused('$geoNear: key must be a string')
  const $nearSphere: Fields = { $geometry: near }
  if (minDistance !== undefined) $nearSphere.$minDistance = minDistance
  if (maxDistance !== undefined) $nearSphere.$maxDistance = maxDistance
  const wanted = takeNear({ [key]: { $nearSphere } }).near
  const shape = (row: Fields): Fields => {
    const found = wanted && distanceFrom(wanted, row)
    const far = found ? found.metres * distanceMultiplier : null
    const measured = assign(row, treeOf([[distanceField, true]]), () => far)
    return includeLocs === undefined ? measured : assign(measured, treeOf([[includeLocs, true]]), () => found?.at)
  }
  return {
    filter: { $and: [query, { [key]: { $nearSphere } }] },
    finish: (rows) => rows.slice(0, limit).map(shape),
  }
}
