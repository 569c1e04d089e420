/**
 * What all that somebody has of one day at one rate costs together: no more than the cheapest of the prices that their rate had for a day and half
 * of one when they were booked (D-20). One booking by itself costs what was agreed.
 */
import type { DayPrice } from '../../prices/day-price.ts'
import { must } from '../../values/assert.ts'
import type { MemberId } from '../../values/ids.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Charge, ChargeAbout } from '../charge.ts'

/** What somebody has of a day in one piece, and what bills ask for it. */
export interface DayPart {
  /** The booking, as a cause. */
  readonly source: string
  readonly memberId: MemberId
  readonly on: LocalDate
  /** Minutes of that day. */
  readonly from: number
  readonly until: number
  /** In minor units of the location's currency; more than nothing. */
  readonly minor: number
  readonly dayPrice: DayPrice
}

/** What all of one day at one rate costs. */
export interface DayCost {
  /** With it begins the cause of what is taken off. */
  readonly key: string
  readonly memberId: MemberId
  readonly on: LocalDate
  readonly per: Extract<ChargeAbout, { kind: 'day' }>['per']
  readonly bookings: number
  readonly together: number
  readonly instead: number
}

/** Null of what runs into another day, was never to be had, owes nothing, or carries what an earlier time of it left owed. */
export function dayPartOf(
  { source, memberId, on, about }: Pick<Charge, 'source' | 'memberId' | 'on' | 'about'>,
  minor: number,
): DayPart | null {
  if (about.kind !== 'booking' || about.dayPrice === undefined || memberId === null) return null
  if (minor <= 0 || about.ended === 'not-booked') return null
  const { start, end, dayPrice } = about
  const isAtMidnight = end.minute === 0 && end.date === addDays(on, 1)
  if (start.date !== on || (end.date !== on && !isAtMidnight)) return null
  const until = isAtMidnight ? 1440 : end.minute
  return { source, memberId, on, from: start.minute, until, minor, dayPrice }
}

export function keyOf({ memberId, on, dayPrice: { rateId, kind } }: DayPart): string {
  return ['day', memberId, on, rateId, kind].join('/')
}

export function dayCosts(parts: readonly DayPart[]): ReadonlyMap<string, DayCost> {
  const days = new Map<string, DayPart[]>()
  for (const part of parts) days.set(keyOf(part), [...(days.get(keyOf(part)) ?? []), part])
  return new Map([...days].map(([key, own]) => [key, costOfAll(key, own)]))
}

function costOfAll(key: string, parts: readonly DayPart[]): DayCost {
  const { memberId, on } = must(parts[0], 'a day has a part')
  const costs = oneAfterTheOther(parts).map(costOf)
  const together = costs.reduce((sum, { minor }) => sum + minor, 0)
  const isByHalves = costs.some(({ per }) => per === 'half-day')
  const per = isByHalves && costs.every((cost) => cost.per !== 'day') ? 'half-day' : 'day'
  return { key, memberId, on, per, bookings: parts.length, together, instead: sumOf(parts) }
}

/** What is at the same time needs a day of its own, as it needs a pass of its own (D-27). */
function oneAfterTheOther(parts: readonly DayPart[]): readonly (readonly DayPart[])[] {
  const days: DayPart[][] = []
  for (const part of parts.toSorted(byStart)) {
    const free = days.find((day) => (day.at(-1)?.until ?? 0) <= part.from)
    if (free === undefined) days.push([part])
    else free.push(part)
  }
  return days
}

/** The order in which they were booked, or are told, does not change what a day costs. */
function byStart(a: DayPart, b: DayPart): number {
  return a.from - b.from || a.until - b.until || (a.source < b.source ? -1 : 1)
}

interface Cost {
  readonly minor: number
  readonly per: DayCost['per'] | null
}

/** One by itself costs what was agreed. */
function costOf(day: readonly DayPart[]): Cost {
  const halves = new Map<string, DayPart[]>()
  for (const part of day) {
    const half = halfOf(part)
    halves.set(half, [...(halves.get(half) ?? []), part])
  }
  const most = mostOf(day.map(({ dayPrice }) => dayPrice.dayMinor))
  const byHalves = [...halves].reduce((sum, [half, parts]) => {
    const capped = mostOf(parts.map(({ dayPrice }) => dayPrice.half?.minor ?? null))
    const isByItself = half === 'both' || parts.length === 1
    return sum + (isByItself ? sumOf(parts) : Math.min(sumOf(parts), capped))
  }, 0)
  if (day.length > 1 && most < byHalves) return { minor: most, per: 'day' }
  return { minor: byHalves, per: byHalves < sumOf(day) ? 'half-day' : null }
}

function halfOf({ from, until, dayPrice: { half } }: DayPart): 'morning' | 'afternoon' | 'both' {
  if (half === null) return 'both'
  if (until <= half.turnsAt) return 'morning'
  return from >= half.turnsAt ? 'afternoon' : 'both'
}

/** Where a price changed between two bookings, nobody was promised less than the dearer one. */
function mostOf(prices: readonly (number | null)[]): number {
  return Math.max(...prices.map((price) => price ?? Number.POSITIVE_INFINITY))
}

function sumOf(parts: readonly DayPart[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}
