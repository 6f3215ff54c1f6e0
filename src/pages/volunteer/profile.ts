import type { VolunteerProfile, WeekTime } from '../../domain/volunteer'

/** What is asked of someone who registers, before they have said anything: the usual is chosen already. */
export const emptyProfile: VolunteerProfile = {
  skills: [],
  words: null,
  times: [],
  places: ['centre'],
  withWhom: ['elders'],
  languages: ['mandarin'],
  weekHours: 3,
  homeVisits: false,
  minors: false,
}

/** The list with this in it, or without it where it was. */
export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item]

/** Whether all of these are chosen. */
export const hasAll = (chosen: readonly WeekTime[], times: readonly WeekTime[]): boolean =>
  times.every((time) => chosen.includes(time))

/** With all of these, or without them where all were chosen. */
export const toggledAll = (chosen: readonly WeekTime[], times: readonly WeekTime[]): WeekTime[] =>
  hasAll(chosen, times)
    ? chosen.filter((time) => !times.includes(time))
    : [...chosen, ...times.filter((time) => !chosen.includes(time))]
