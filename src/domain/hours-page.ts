import type { Service, ServiceEvent, ServiceWay, Side, Source } from './hours'

/** What the clock says of a service after one came or went. */
export interface Clocked {
  service: string
  title: string
  from: number
  until: number | null
  measured: number
  forgotten: boolean
}

/** A service in a list, as the one who served, whoever was served, and staff see it. */
export interface ServiceCard {
  id: string
  title: string
  source: Source
  /** The shift's, the order's or the introduction's id. */
  about: string
  startsAt: number
  endsAt: number
  state: Service['state']
  from: number
  until: number | null
  forgotten: boolean
  /** Staff wrote it down afterwards. */
  late: boolean
  /** Children who were along; their time is in nobody's hours. */
  along: number
  measured: number
  /** Of those, what counts where nobody says anything. */
  silent: number
  counted: number
  /** The decision that stands; what an appeal or a correction names. */
  decision: string | null
  /** What is appealed, where an answer is owed. */
  appeal: { id: string; minutes: number; reason: string } | null
  dueAt: number | null
}

/** A service with everything that happened to it; who did it is told by their side only. */
export interface ServicePage extends ServiceCard {
  /** own: I served · served: I was · staff: I may decide. */
  as: 'own' | 'served' | 'staff'
  name: string | null
  timeline: ServiceStep[]
}

/** One step of a service's story; `minutes` where it is about minutes. */
export interface ServiceStep {
  id: string
  at: number
  kind: ServiceEvent['kind']
  side?: Side
  way?: ServiceWay
  minutes?: number
  reason?: string
}

/** What I gave and received, month by month, side by side. Minutes. */
export interface HoursPage {
  serving: number
  served: number
  months: { month: string; serving: number; served: number }[]
  services: ServiceCard[]
  /** Services of others to me that wait for my word. */
  toConfirm: ServiceCard[]
  credit: { minutes: number; flag: 'low' | 'high' | null } | null
  points: number | null
}

/** `mine`: I wrote it down afterwards, so somebody else says whether it is right. */
export type QueueCard = ServiceCard & { name: string; mine: boolean }

/** Someone who had a seat on a shift whose clock is closed, and of whom nothing is on record. */
export interface MissedRow {
  shift: string
  title: string
  startsAt: number
  endsAt: number
  person: string
  name: string
}

/** Staff's queue: what waits for a word or an answer. */
export interface HoursQueue {
  waiting: QueueCard[]
  appealed: QueueCard[]
  on: QueueCard[]
}

/** What a month came to, of the centre and of each team. Minutes, services, and how many people gave them. */
export interface HoursSums {
  month: string
  total: Sum
  teams: (Sum & { team: string })[]
}

export interface Sum {
  minutes: number
  services: number
  people: number
}
