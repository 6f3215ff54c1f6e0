/** Where someone came in: at which centre, and by which door, where the code or the card says so. */
export interface Arrival {
  centre?: string
  door?: string
  /** The activity that a printed code leads to. */
  activity?: string
}

const plainCentre = /^[a-z0-9-]{1,24}$/
const plainDoor = /^[A-Za-z0-9_-]{1,40}$/

/**
 * Reads what opened a page: the `scene` of a printed code (`c=lilan&d=lobby`, or `lilan,f-10,poster`; once or twice
 * encoded on its way), or centre and door as parameters of a card's path. What does not look like an id is nothing.
 */
export function arrival(parameters: Partial<Record<string, string>>): Arrival {
  const scene = partsOf(decoded(parameters.scene ?? ''))
  const centre = scene.c ?? parameters.c
  const door = scene.d ?? parameters.d
  return {
    ...(centre && plainCentre.test(centre) && { centre }),
    ...(door && plainDoor.test(door) && { door }),
    ...(scene.id && plainDoor.test(scene.id) && { activity: scene.id }),
  }
}

function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text)
    return once.includes('%') ? decodeURIComponent(once) : once
  } catch {
    return text
  }
}

function partsOf(text: string): Partial<Record<string, string>> {
  if (text.includes('=')) return pairs(text)
  const [c, id, d] = text.split(',')
  return { ...(c && { c }), ...(id && { id }), ...(d && { d }) }
}

const pairs = (text: string): Partial<Record<string, string>> =>
  Object.fromEntries(text.split('&').map((pair) => pair.split('=', 2) as [string, string]))
