/**
 * What separate times of one day cost together, once they are on a bill together: no more than the cheapest of the prices that their rate had for
 * a day and half of one when they were booked (D-20). What is less stands on a line of its own, like what a code takes off: what was agreed for each
 * stays as it is, and is given back by its own terms.
 *
 *   09:00 half-day 15   13:00 half-day 15   ─▶   day 25   ─▶   a line of -5
 */
import type { DayPrice } from '../prices/day-price.ts'
import { must } from '../values/assert.ts'
import { addDays } from '../values/local-date.ts'
import { money } from '../values/money.ts'
import type { BillLine } from './bill.ts'
import type { ChargeAbout } from './charge.ts'

type Line = Omit<BillLine, 'tax'>

interface Part {
  readonly line: Line
  readonly from: number
  readonly until: number
  readonly minor: number
  readonly dayPrice: DayPrice
}

/** `lines` are those of one bill; what was billed of a booking before is settled. */
export function dayLines(lines: readonly Line[]): readonly Line[] {
  const groups = new Map<string, Part[]>()
  for (const part of lines.flatMap(partOf)) {
    const { line, dayPrice } = part
    const { rateId, kind } = dayPrice
    const key = ['day', line.memberId, line.on, rateId, kind, line.basisPoints].join('/')
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups].flatMap(([source, parts]) => lineOf(source, parts))
}

/** None of what runs into another day, was billed in part, or carries what an earlier time of it left owed. */
function partOf(line: Line): readonly Part[] {
  const { about, amount, billedBefore, on } = line
  if (about.kind !== 'booking' || about.dayPrice === undefined) return []
  if (billedBefore.amountMinor !== 0 || amount.amountMinor <= 0) return []
  const { start, end, dayPrice } = about
  const isAtMidnight = end.minute === 0 && end.date === addDays(on, 1)
  if (end.date !== start.date && !isAtMidnight) return []
  const until = isAtMidnight ? 1440 : end.minute
  return [{ line, from: start.minute, until, minor: amount.amountMinor, dayPrice }]
}

function lineOf(source: string, parts: readonly Part[]): readonly Line[] {
  const costs = oneAfterTheOther(parts).map(costOf)
  const all = sumOf(parts)
  const together = costs.reduce((sum, { minor }) => sum + minor, 0)
  if (together >= all) return []
  const first = must(parts[0], 'something costs less').line
  const { kind, memberId, memberName, on, basisPoints } = first
  const { currency } = first.amount
  const per = costs.some((cost) => cost.per === 'day') ? 'day' : 'half-day'
  return [
    {
      ...{ source, kind, memberId, memberName, on, basisPoints },
      ...{ amount: money(together - all, currency), billedBefore: money(0, currency) },
      about: {
        ...{ kind: 'day', on, per, bookings: parts.length },
        ...{ together: money(together, currency), instead: money(all, currency) },
      },
    },
  ]
}

/** What is at the same time needs a day of its own, as it needs a pass of its own (D-27). */
function oneAfterTheOther(parts: readonly Part[]): readonly (readonly Part[])[] {
  const days: Part[][] = []
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const free = days.find((day) => (day.at(-1)?.until ?? 0) <= part.from)
    if (free === undefined) days.push([part])
    else free.push(part)
  }
  return days
}

interface Cost {
  readonly minor: number
  readonly per: Extract<ChargeAbout, { kind: 'day' }>['per'] | null
}

/** One by itself costs what was agreed. */
function costOf(day: readonly Part[]): Cost {
  const halves = new Map<string, Part[]>()
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

function halfOf({ from, until, dayPrice: { half } }: Part): 'morning' | 'afternoon' | 'both' {
  if (half === null) return 'both'
  if (until <= half.turnsAt) return 'morning'
  return from >= half.turnsAt ? 'afternoon' : 'both'
}

/** Where a price changed between two bookings, nobody was promised less than the dearer one. */
function mostOf(prices: readonly (number | null)[]): number {
  return Math.max(...prices.map((price) => price ?? Number.POSITIVE_INFINITY))
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}
