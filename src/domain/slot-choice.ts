import type { DayView, SlotView } from './booking-page'

/** Whether a slot can be chosen at all: it lies ahead, and has a seat or a place in its line. */
export const mayChoose = (slot: SlotView, now: number): boolean =>
  !slot.mine && !slot.activity && slot.startsAt > now && (slot.free > 0 || slot.waitRoom > 0)

/**
 * The slots that are chosen after one was tapped. A tap on a chosen one lets go of it and of those behind it; one right
 * behind the last goes with them, up to `most` and while all have a seat; any other begins anew.
 */
export function tapped(before: readonly number[], slot: SlotView, day: DayView, most: number): number[] {
  const at = before.indexOf(slot.slot)
  if (at >= 0) return before.slice(0, at)
  const grid = day.slots.map((each) => each.slot)
  const last = before.at(-1)
  const follows = last !== undefined && grid.indexOf(slot.slot) === grid.indexOf(last) + 1
  return follows && before.length < most && slot.free > 0 ? [...before, slot.slot] : [slot.slot]
}

/** The first day that has something to choose; else the first that is open. */
export const firstDay = (days: readonly DayView[], now: number): DayView | undefined =>
  days.find(({ slots }) => slots.some((slot) => mayChoose(slot, now))) ?? days.find(({ open }) => open) ?? days[0]
