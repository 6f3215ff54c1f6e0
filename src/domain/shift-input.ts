import * as v from 'valibot'
import { ageBands } from './age'
import { minute } from './day'
import { intentId, line, partyId, personId, shortId } from './input'
import { longestShift } from './shift'
import { skillInput } from './skill'
import { audiences, languages, trainings, volunteerPlaces } from './volunteer'

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))
const unique = <Item>(list: Item[]) => [...new Set(list)]

const roleInput = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/)),
  name: line(2, 10),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  standby: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
  bands: v.pipe(v.array(v.picklist(ageBands)), v.minLength(1), v.maxLength(8), v.transform(unique)),
  skills: v.pipe(v.array(skillInput), v.maxLength(3), v.transform(unique)),
  licensed: v.boolean(),
  training: v.pipe(v.array(v.picklist(trainings)), v.maxLength(3), v.transform(unique)),
  withWhom: v.nullable(v.picklist(audiences)),
  language: v.nullable(v.picklist(languages)),
})

const onceInput = v.pipe(
  v.strictObject({ kind: v.literal('once'), startsAt: moment, endsAt: moment }),
  v.check(({ startsAt, endsAt }) => startsAt < endsAt && endsAt - startsAt <= longestShift),
)
const weeklyInput = v.pipe(
  v.strictObject({
    kind: v.literal('weekly'),
    weekdays: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
      v.minLength(1),
      v.maxLength(7),
      v.transform(unique),
    ),
    from: minuteOfDay,
    to: minuteOfDay,
    firstDay: moment,
    lastDay: v.nullable(moment),
  }),
  v.check(({ from, to }) => from < to && (to - from) * minute <= longestShift),
)

/** A new duty. Its id is made by who plans it, so that planning it twice is planning it once. */
export const planInput = v.strictObject({
  intent: intentId,
  duty: shortId,
  title: line(2, 14),
  place: line(2, 16),
  placeKind: v.picklist(volunteerPlaces),
  activity: v.nullable(shortId),
  team: v.nullable(shortId),
  when: v.union([onceInput, weeklyInput]),
  roles: v.pipe(
    v.array(roleInput),
    v.minLength(1),
    v.maxLength(8),
    v.check((roles) => new Set(roles.map(({ key }) => key)).size === roles.length),
  ),
})

export const shiftInput = v.strictObject({ shift: shortId })

/** Taking a shift: oneself, and children of the family who come along. */
export const takeShiftInput = v.strictObject({
  intent: intentId,
  shift: shortId,
  people: v.pipe(v.array(personId), v.minLength(1), v.maxLength(4), v.transform(unique)),
})

export const partyOnShiftInput = v.strictObject({ intent: intentId, shift: shortId, party: partyId })

/** Handing one's seat on: to whoever is called so, or to whoever comes. */
export const handOnInput = v.strictObject({
  intent: intentId,
  shift: shortId,
  party: partyId,
  name: v.nullable(line(1, 12)),
})

export const takeOverInput = v.strictObject({ intent: intentId, shift: shortId, swap: intentId })

const reason = line(2, 60)

export const shiftCountInput = v.strictObject({
  intent: intentId,
  shift: shortId,
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
  standby: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
  reason,
})

export const cancelShiftInput = v.strictObject({ intent: intentId, shift: shortId, reason })
export const endDutyInput = v.strictObject({ intent: intentId, duty: shortId, reason })

/** Staff put a volunteer on a shift, or take a party off it; whom it concerns reads why. */
export const putOnInput = v.strictObject({ intent: intentId, shift: shortId, person: shortId, reason })
export const takeOffInput = v.strictObject({ intent: intentId, shift: shortId, party: partyId, reason })

/** Whom staff ask to help out on a shift. */
export const askInput = v.strictObject({
  shift: shortId,
  people: v.pipe(v.array(shortId), v.minLength(1), v.maxLength(10), v.transform(unique)),
})

/** A page of the board: the week that begins with this day. */
export const boardInput = v.strictObject({ from: moment })
