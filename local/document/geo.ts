import { refused } from './database-error'
import { angleTo, intersects, isWithin, isWithinCircle, type Shape, shapeOf } from './geometry'
import { anyAt } from './path'
import { earthRadius, type Place, placeAt } from './sphere'
import { type Fields, type Filter, isFields, type Value } from './value'

type Test = (value: Value | undefined) => boolean

const only = (operator: string, argument: Value, names: readonly string[]): Fields => {
  if (!isFields(argument)) throw refused(`${operator} needs an object`)
  const unknown = Object.keys(argument).find((name) => !names.includes(name))
  if (unknown !== undefined) throw refused(`${operator}: ${unknown} is not supported`)
  return argument
}

function geometryOf(operator: string, value: Value | undefined, types: readonly string[]): Shape {
  const found = shapeOf(value)
  if (!isFields(value) || !found)
    throw refused(`${operator}: the geometry is not valid GeoJSON: ${JSON.stringify(value)}`)
  if (!types.includes(String(value.type)))
    throw refused(`${operator} not supported with provided geometry: ${String(value.type)}`)
  return found
}

const surfaces = ['Polygon', 'MultiPolygon']
const shapes = [...surfaces, 'Point', 'MultiPoint', 'LineString', 'MultiLineString', 'GeometryCollection']

/** `$geoWithin`: wholly inside polygons, or inside a circle whose radius is an angle. */
export function within(argument: Value): Test {
  const { $geometry, $centerSphere } = only('$geoWithin', argument, ['$geometry', '$centerSphere'])
  if ($centerSphere === undefined) {
    const { polygons } = geometryOf('$geoWithin', $geometry, surfaces)
    return ofShape((found) => isWithin(found, polygons))
  }
  const [centre, radius] = Array.isArray($centerSphere) ? $centerSphere : []
  const place = Array.isArray(centre) ? shapeOf(centre)?.places[0] : undefined
  if (!place || typeof radius !== 'number' || radius < 0)
    throw refused('$geoWithin: $centerSphere needs [[longitude, latitude], radius in radians]')
  return ofShape((found) => isWithinCircle(found, place, radius))
}

/** `$geoIntersects`: has a place in common. */
export function crossing(argument: Value): Test {
  const { $geometry } = only('$geoIntersects', argument, ['$geometry'])
  const wanted = geometryOf('$geoIntersects', $geometry, shapes)
  return ofShape((found) => intersects(found, wanted))
}

const ofShape =
  (test: (shape: Shape) => boolean): Test =>
  (value) => {
    const found = shapeOf(value)
    return found !== undefined && test(found)
  }

/** What lies around a place, between two distances in metres. */
export interface Near {
  path: string
  place: Place
  least: number
  most: number
}

/** Takes the `$nearSphere` out of a filter's top: it orders documents besides finding them. */
export function takeNear(filter: Filter): { near: Near | undefined; rest: Filter } {
  let near: Near | undefined
  const entries = Object.entries(filter).flatMap(([path, condition]): [string, Value][] => {
    if (path === '$and' && Array.isArray(condition)) {
      const parts = condition.map((each) => {
        const taken = isFields(each) ? takeNear(each) : { near: undefined, rest: each }
        near ??= taken.near
        return taken.rest
      })
      return [[path, parts]]
    }
    if (!isFields(condition) || !Object.hasOwn(condition, '$nearSphere')) return [[path, condition]]
    const { $nearSphere, ...others } = condition
    if (near) throw refused('Too many geoNear expressions')
    near = nearOf(path, $nearSphere ?? null)
    return Object.keys(others).length > 0 ? [[path, others]] : []
  })
  return near ? { near, rest: Object.fromEntries(entries) } : { near, rest: filter }
}

function nearOf(path: string, argument: Value): Near {
  const given = only('$nearSphere', argument, ['$geometry', '$minDistance', '$maxDistance'])
  const { $geometry, $minDistance: least = 0, $maxDistance: most = Number.POSITIVE_INFINITY } = given
  const [place = placeAt(0, 0)] = geometryOf('$nearSphere', $geometry, ['Point']).places
  if (typeof least !== 'number' || typeof most !== 'number' || least < 0 || most < 0)
    throw refused('$nearSphere: $minDistance and $maxDistance must be non-negative numbers')
  return { path, place, least, most }
}

/** How far the nearest of a field's geometries is, in metres, and that geometry; nothing where none is in reach. */
export function distanceFrom(
  { path, place, least, most }: Near,
  fields: Fields,
): { metres: number; at: Value } | undefined {
  let nearest: { metres: number; at: Value } | undefined
  anyAt(fields, path.split('.'), (value) => {
    const found = shapeOf(value)
    const metres = found ? angleTo(place, found) * earthRadius : Number.POSITIVE_INFINITY
    if (found && value !== undefined && (!nearest || metres < nearest.metres)) nearest = { metres, at: value }
    return false
  })
  return nearest && nearest.metres >= least && nearest.metres <= most ? nearest : undefined
}
