/** Above so many seats the dots become an arc. */
export const mostDots = 40

/** How far the middle of a dot is from the middle of the plate, in per cent of the ring's width. */
const radius = 44

/**
 * The seats around the plate as one background image: a dot a seat, clockwise from the top, the taken ones filled; an
 * arc where there are too many to tell apart. Drawn with gradients, so that it follows the colours of light and dark
 * and costs a single element on a page in WeChat.
 */
export function ringImage(capacity: number, taken: number): string {
  if (capacity <= 0) return 'none'
  if (capacity > mostDots) return arc(Math.min(1, taken / capacity))
  const size = dotSize(capacity)
  return Array.from({ length: capacity }, (_, seat) => dot(seat / capacity, size, seat < taken)).join(', ')
}

/** As large as the number of dots leaves room for, within what looks like a seat; half the width, in per cent. */
const dotSize = (capacity: number): number => Math.min(6, ((2 * Math.PI * radius) / capacity) * 0.3)

function dot(turn: number, size: number, filled: boolean): string {
  const angle = turn * 2 * Math.PI
  const x = (50 + radius * Math.sin(angle)).toFixed(1)
  const y = (50 - radius * Math.cos(angle)).toFixed(1)
  const colours = filled
    ? 'var(--jade) 85%, transparent'
    : 'transparent 50%, var(--jade) 62%, var(--jade) 85%, transparent'
  return `radial-gradient(${size.toFixed(1)}% ${size.toFixed(1)}% at ${x}% ${y}%, ${colours})`
}

/** The ring's middle is covered by the card's colour, so that only the rim of a turning colour is seen. */
function arc(share: number): string {
  const degrees = Math.round(share * 360)
  const middle = 'radial-gradient(closest-side, var(--card) 83%, transparent 84%, transparent 97%, var(--card) 99%)'
  return `${middle}, conic-gradient(var(--jade) ${degrees}deg, var(--line) ${degrees}deg)`
}
