/** What a membership includes, and how much of it is left. */
import type { QuotaUse } from '../../bookings/wishes/refusal.ts'
import type { Quota, QuotaPeriod } from '../../memberships/quota.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import { count, duration } from './amounts.ts'

const kinds: Readonly<Record<ResourceKind, readonly [one: string, many: string]>> = {
  'hot-desk': ['desk', 'desks'],
  'dedicated-desk': ['own desk', 'own desks'],
  'meeting-room': ['meeting room', 'meeting rooms'],
  'phone-booth': ['phone booth', 'phone booths'],
  'private-office': ['office', 'offices'],
  equipment: ['piece of equipment', 'pieces of equipment'],
  'event-hall': ['event space', 'event spaces'],
}

const periods: Readonly<Record<QuotaPeriod, readonly [each: string, that: string, now: string]>> = {
  concurrent: ['at a time', 'then', 'now'],
  day: ['a day', 'that day', 'today'],
  week: ['a week', 'that week', 'this week'],
  month: ['a month', 'that month', 'this month'],
}

type Counted = Pick<Quota, 'kinds' | 'per' | 'unit'>

/** "2 hours of meeting rooms", "1 desk", "3 bookings of desks or phone booths". */
function amount({ kinds: counted, unit, per }: Counted, number: number): string {
  const many = joined(counted.map((kind) => kinds[kind][1]))
  if (unit === 'minutes' && per !== 'concurrent') return `${duration(number)} of ${many}`
  const [only] = counted
  return only === undefined || counted.length > 1
    ? `${count(number, 'booking')} of ${many}`
    : count(number, ...kinds[only])
}

/** "Meeting rooms and phone booths", within a sentence. */
export function kindNames(counted: readonly ResourceKind[]): string {
  return joined(counted.map((kind) => kinds[kind][1]))
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** "2 hours of meeting rooms a day". */
function included(quota: Counted, max: number): string {
  return `${amount(quota, max)} ${periods[quota.per][0]}`
}

/** Why not: what is included, and what the member has of it already. */
export function overQuota(quota: QuotaUse, max: number): string {
  const whose = quota.isTeams ? 'Your team lets you have' : 'Your membership includes'
  const includes = `${whose} ${included(quota, max)}.`
  if (quota.used === 0) return includes
  const isMinutes = quota.unit === 'minutes' && quota.per !== 'concurrent'
  const used = isMinutes ? duration(quota.used) : String(quota.used)
  return `${includes} You have ${used} ${periods[quota.per][1]}.`
}

export const limits = {
  title: 'How much you may book',
  included: (quota: Quota) => capital(included(quota, quota.max)),
  /** Beside what is included; at one moment nothing is left over, only had or not. */
  left: ({ per, unit }: Counted, left: number) => {
    const now = periods[per][2]
    if (left === 0) return per === 'concurrent' ? 'in use now' : `none left ${now}`
    const number = unit === 'minutes' && per !== 'concurrent' ? duration(left) : String(left)
    return per === 'concurrent' ? `${number} free ${now}` : `${number} left ${now}`
  },
} as const

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
