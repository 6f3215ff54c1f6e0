/** A place on the sphere, as the unit vector from its centre. */
export type Place = readonly [x: number, y: number, z: number]

/** The equator's radius in metres, by which MongoDB turns angles into distances. */
export const earthRadius = 6_378_100

/** Places nearer than a tenth of a millimetre are one. */
const hair = 0.0001 / earthRadius

export function placeAt(longitude: number, latitude: number): Place {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

const dot = (a: Place, b: Place): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Place, b: Place): Place => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const length = (a: Place): number => Math.hypot(...a)

/** The angle between two places, precise for near ones too. */
export const angle = (a: Place, b: Place): number => Math.atan2(length(cross(a, b)), dot(a, b))

/** The shortest way between two places; both may be the same. */
export type Edge = readonly [Place, Place]

/** The angle from a place to the nearest of an edge. */
export function angleToEdge(place: Place, [from, to]: Edge): number {
  const normal = cross(from, to)
  const size = length(normal)
  const isBeside = size > hair && dot(cross(normal, from), place) > 0 && dot(cross(to, normal), place) > 0
  if (isBeside) return Math.asin(Math.min(1, Math.abs(dot(normal, place)) / size))
  return Math.min(angle(place, from), angle(place, to))
}

export const isOn = (place: Place, edges: readonly Edge[]): boolean =>
  edges.some((edge) => angleToEdge(place, edge) < hair)

/** Whether two edges go through each other, each with an end on either side of the other. */
export function crosses([a, b]: Edge, [c, d]: Edge): boolean {
  const [first, second] = [cross(a, b), cross(c, d)]
  if (dot(first, c) * dot(first, d) >= 0 || dot(second, a) * dot(second, b) >= 0) return false
  // Two great circles meet twice; the edges must meet on the same side of the sphere.
  const meeting = cross(first, second)
  return dot(meeting, a) + dot(meeting, b) > 0 === dot(meeting, c) + dot(meeting, d) > 0
}

/** The place half way along an edge. */
export function middleOf([from, to]: Edge): Place {
  const [x, y, z] = [from[0] + to[0], from[1] + to[1], from[2] + to[2]]
  const size = Math.hypot(x, y, z)
  return [x / size, y / size, z / size]
}

/** Whether two edges have a place in common. */
export const meets = (one: Edge, other: Edge): boolean =>
  crosses(one, other) || one.some((end) => isOn(end, [other])) || other.some((end) => isOn(end, [one]))

/** Whether a place lies inside a ring, on the side of it that is less than half of the sphere. */
export function isInside(place: Place, ring: readonly Edge[]): boolean {
  const [start] = ring[0] ?? [place]
  let [area, turn] = [0, 0]
  for (const [from, to] of ring) {
    const volume = dot(start, cross(from, to))
    area += 2 * Math.atan2(volume, 1 + dot(start, from) + dot(from, to) + dot(to, start))
    turn += Math.atan2(dot(place, cross(from, to)), dot(from, to) - dot(place, from) * dot(place, to))
  }
  // Seen from inside, the ring goes once around, the way that its area has; seen from the far side, the other way.
  return Math.sign(area) * turn > Math.PI
}
