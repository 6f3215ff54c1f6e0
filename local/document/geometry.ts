import { angle, angleToEdge, crosses, type Edge, isInside, isOn, meets, middleOf, type Place, placeAt } from './sphere'
import { isFields, type Value } from './value'

/** A polygon's rings: the outer one, then its holes. */
type Rings = Edge[][]

/** A geometry of GeoJSON in its parts: places, edges of lines, and polygons. */
export interface Shape {
  places: Place[]
  edges: Edge[]
  polygons: Rings[]
}

const isNumbers = (value: Value | undefined): value is number[] =>
  Array.isArray(value) && value.length >= 2 && value.every((each) => typeof each === 'number')

function placeOf(value: Value | undefined): Place | undefined {
  if (!isNumbers(value)) return undefined
  const [longitude = 0, latitude = 0] = value
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? placeAt(longitude, latitude) : undefined
}

/** What `of` makes of each element; nothing where it makes nothing of one, or there are too few. */
function all<Part>(value: Value | undefined, least: number, of: (each: Value) => Part | undefined): Part[] | undefined {
  if (!Array.isArray(value) || value.length < least) return undefined
  const parts = value.map(of)
  return parts.every((part) => part !== undefined) ? parts : undefined
}

function lineOf(value: Value | undefined): Edge[] | undefined {
  const places = all(value, 2, placeOf)
  return places?.slice(1).map((place, at): Edge => [places[at] ?? place, place])
}

function ringOf(value: Value | undefined): Edge[] | undefined {
  const edges = lineOf(value)
  const closed = Array.isArray(value) && JSON.stringify(value[0]) === JSON.stringify(value.at(-1))
  return edges && edges.length >= 3 && closed ? edges : undefined
}

const polygonOf = (value: Value | undefined): Rings | undefined => all(value, 1, ringOf)

const none: Shape = { places: [], edges: [], polygons: [] }

/** A geometry of parts of one kind; nothing where there are none. */
const shape = <Kind extends keyof Shape>(kind: Kind, parts: Shape[Kind] | undefined): Shape | undefined =>
  parts && { ...none, [kind]: parts }

const one = <Part>(part: Part | undefined): Part[] | undefined => part && [part]

/** The geometry that a value is: GeoJSON, or a bare pair of longitude and latitude; nothing where it is none. */
export function shapeOf(value: Value | undefined): Shape | undefined {
  if (isNumbers(value) && value.length === 2) return shape('places', one(placeOf(value)))
  if (!isFields(value)) return undefined
  const { type, coordinates } = value
  switch (type) {
    case 'Point':
      return shape('places', one(placeOf(coordinates)))
    case 'MultiPoint':
      return shape('places', all(coordinates, 1, placeOf))
    case 'LineString':
      return shape('edges', lineOf(coordinates))
    case 'MultiLineString':
      return shape('edges', all(coordinates, 1, lineOf)?.flat())
    case 'Polygon':
      return shape('polygons', one(polygonOf(coordinates)))
    case 'MultiPolygon':
      return shape('polygons', all(coordinates, 1, polygonOf))
    case 'GeometryCollection': {
      const parts = all(value.geometries, 1, shapeOf)
      return (
        parts && {
          places: parts.flatMap(({ places }) => places),
          edges: parts.flatMap(({ edges }) => edges),
          polygons: parts.flatMap(({ polygons }) => polygons),
        }
      )
    }
    default:
      return undefined
  }
}

/** Every edge there is; a place is one without length. */
const edgesOf = ({ places, edges, polygons }: Shape): Edge[] => [
  ...places.map((place): Edge => [place, place]),
  ...edges,
  ...polygons.flat(2),
]

const rim = (rings: Rings): Edge[] => rings.flat()

/** Whether a place lies in a polygon or on its rim. */
const contains = (rings: Rings, place: Place): boolean => {
  const [outer = [], ...holes] = rings
  return isOn(place, rim(rings)) || (isInside(place, outer) && !holes.some((hole) => isInside(place, hole)))
}

/** The angle from a place to the nearest of a geometry; zero inside of a polygon. */
export function angleTo(place: Place, to: Shape): number {
  if (to.polygons.some((rings) => contains(rings, place))) return 0
  return Math.min(
    ...edgesOf(to).map((edge) => (edge[0] === edge[1] ? angle(place, edge[0]) : angleToEdge(place, edge))),
  )
}

/** Whether two geometries have a place in common. */
export function intersects(one: Shape, other: Shape): boolean {
  const [edges, others] = [edgesOf(one), edgesOf(other)]
  const reaches = (edge: Edge[], polygons: Rings[]): boolean =>
    polygons.some((rings) => edge.some(([end]) => contains(rings, end)))
  return (
    reaches(edges, other.polygons) ||
    reaches(others, one.polygons) ||
    edges.some((edge) => others.some((each) => meets(edge, each)))
  )
}

/** Whether a geometry lies wholly in one of the polygons. */
export function isWithin(inner: Shape, polygons: readonly Rings[]): boolean {
  const parts: Shape[] = [
    ...inner.places.map((place) => ({ places: [place], edges: [], polygons: [] })),
    ...inner.edges.map((edge) => ({ places: [], edges: [edge], polygons: [] })),
    ...inner.polygons.map((rings) => ({ places: [], edges: [], polygons: [rings] })),
  ]
  return parts.every((part) => polygons.some((rings) => isPartWithin(part, rings)))
}

function isPartWithin(part: Shape, rings: Rings): boolean {
  const edges = edgesOf(part)
  const holes = rings.slice(1)
  const isAround = (hole: Edge[]) => part.polygons.some((own) => hole.some(([end]) => contains(own, end)))
  return (
    edges.every(([from, to]) => contains(rings, from) && contains(rings, to)) &&
    edges.every((edge) => contains(rings, middleOf(edge))) &&
    !edges.some((edge) => rim(rings).some((other) => crosses(edge, other))) &&
    !holes.some(isAround)
  )
}

/** Whether a geometry lies wholly in a circle of less than a quarter of the way around. */
export const isWithinCircle = (inner: Shape, centre: Place, radius: number): boolean =>
  edgesOf(inner).every((edge) => edge.every((end) => angle(centre, end) <= radius))
