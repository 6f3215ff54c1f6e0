import { memberId } from '../../cloudfunctions/runtime/caller'
import { type AgeBand, isMinor } from '../../src/domain/age'
import type { Building } from '../../src/domain/centre'
import { consentVersion } from '../../src/domain/consent'
import type { Member } from '../../src/domain/member'

const surnames = [
  ...'李王张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈',
]
const given = [...'禾满糖豆朵果安乐晴小雨一鸣星语可心']
/** How a neighbour of each adult band is called. */
const called: [AgeBand, string[]][] = [
  ['18-34', ['小', '阿']],
  ['35-59', ['姐', '哥', '师傅']],
  ['60-79', ['姨', '叔', '老师']],
  ['80+', ['婆婆', '伯']],
]
const parentBands: AgeBand[] = ['18-34', '35-59']

/** Someone at the table: who signs them up, and as whom. */
export interface Guest {
  member: Member
  person: string
  band: AgeBand
}

/**
 * The many who are not named in the content: neighbours made up as they are needed, the same ones in every run. Nobody
 * is at two things at once; a child comes by way of a parent.
 */
export class Neighbours {
  readonly members: Member[] = []
  private state = 20261123

  constructor(
    private readonly centre: string,
    private readonly buildings: readonly Building[],
    private readonly joinedAt: number,
  ) {}

  /** One who fits an activity and has that time free. `from` are the buildings they must live in; none: any. */
  guest(bands: readonly AgeBand[], time: { startsAt: number; endsAt: number }, from: readonly string[] = []): Guest {
    const adults = bands.filter((band) => !isMinor(band))
    const wanted = adults.length > 0 ? adults : bands
    const band = this.pick(wanted)
    const free = this.members.find((member) => {
      if (from.length > 0 && !from.includes(member.building ?? '')) return false
      if (member.calendar.some((entry) => entry.startsAt < time.endsAt && entry.endsAt > time.startsAt)) return false
      return personOf(member, band) !== undefined
    })
    const member = free ?? this.moveIn(band, from)
    return { member, band, person: personOf(member, band) as string }
  }

  private moveIn(band: AgeBand, from: readonly string[]): Member {
    const uid = `n-${String(this.members.length + 1).padStart(3, '0')}`
    const _id = memberId(this.centre, `web:${uid}`)
    const child = isMinor(band)
    const own = child ? this.pick(parentBands) : band
    const surname = this.pick(surnames)
    const member: Member = {
      _id,
      centre: this.centre,
      name: this.nameOf(surname, own),
      band: own,
      building: this.pick(from.length > 0 ? from : this.buildings.map(({ id }) => id)),
      roles: child ? ['resident', 'family-proxy'] : ['resident'],
      organisation: null,
      team: null,
      family: child
        ? [
            {
              id: `${_id}.child`,
              name: `${surname}${this.pick(given)}${this.pick(given)}`,
              band,
              relation: 'child',
              consent: { version: consentVersion, at: this.joinedAt },
            },
          ]
        : [],
      calendar: [],
      consent: { version: consentVersion, at: this.joinedAt },
      joinedAt: this.joinedAt,
    }
    this.members.push(member)
    return member
  }

  private nameOf(surname: string, band: AgeBand): string {
    const [, words] = called.find(([of]) => of === band) as [AgeBand, string[]]
    const word = this.pick(words)
    return band === '18-34' ? `${word}${surname}` : `${surname}${word}`
  }

  /** A linear congruence: even enough for names, and the same every time. */
  private pick<Item>(items: readonly Item[]): Item {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return items[Math.floor((this.state / 4294967296) * items.length)] as Item
  }
}

/** The person of this band that a member can sign up: themselves, or one of the family. */
function personOf(member: Member, band: AgeBand): string | undefined {
  return member.band === band ? member._id : member.family.find((person) => person.band === band)?.id
}
