/** Where someone came in: at which centre, and by which door, where the code or the card says so. */
export interface Arrival {
  centre?: string
  door?: string
}

const plainCentre = /^[a-z0-9-]{1,24}$/
const plainDoor = /^[A-Za-z0-9_-]{1,40}$/

/**
 * Reads what opened a page: the `scene` of a printed code (`c=lilan&d=lobby`, once or twice encoded on its way), or the
 * same two as parameters of a card's path. What does not look like an id is nothing.
 */
export function arrival(parameters: Partial<Record<string, string>>): Arrival {
  const scene = pairs(decoded(parameters.scene ?? ''))
  const centre = scene.c ?? parameters.c
  const door = scene.d ?? parameters.d
  return {
    ...(centre && plainCentre.test(centre) && { centre }),
    ...(door && plainDoor.test(door) && { door }),
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

const pairs = (text: string): Partial<Record<string, string>> =>
  Object.fromEntries(text.split('&').map((pair) => pair.split('=', 2) as [string, string]))
