import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, desk1, harbour, span } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import { toInterval } from '../values/interval.ts'
import { addDays, toLocalDate, weekdayOf } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import type { Catalogue } from './catalogue.ts'
import { findClosure, isOpen, openSpans } from './open-time.ts'
import type { Closure, OpeningHours, OpenSpan } from './opening-hours.ts'

const office: readonly OpenSpan[] = [
  { opens: 480, closes: 720 },
  { opens: 780, closes: 1140 },
]
/** Late on Fridays until two, round the clock from Saturday to Sunday, closed on Mondays. */
const hours: OpeningHours = [
  [],
  office,
  office,
  office,
  [{ opens: 480, closes: 1560 }],
  [{ opens: 120, closes: 1440 }],
  [{ opens: 0, closes: 1440 }],
]
const withHours: Catalogue = { ...harbour, site: { ...harbour.site, hours } }

function closing(more: Partial<Closure>): Catalogue {
  const date = toLocalDate('2026-12-25')
  const from = { date, minute: 0 }
  const until = { date, minute: 1440 }
  const id = toId('closure', 'clo_1')
  const closure = { id, eventId: null, name: 'Christmas', resourceIds: null, from, until, ...more }
  return { ...harbour, closures: [closure] }
}

/** Open by the hours of the day, or still open from the evening before. */
function isOpenAtMinute(date: string, minute: number): boolean {
  const day = addDays(toLocalDate(date), Math.floor(minute / 1440))
  const time = minute - Math.floor(minute / 1440) * 1440
  const holds = (spans: readonly OpenSpan[], when: number) =>
    spans.some(({ opens, closes }) => opens <= when && when < closes)
  const today = hours[weekdayOf(day) - 1] ?? []
  const yesterday = hours[weekdayOf(addDays(day, -1)) - 1] ?? []
  return holds(today, time) || holds(yesterday, time + 1440)
}

test('[SITES-01] a time is open if and only if each of its quarter hours is', () => {
  const start = fc.integer({ min: 0, max: 8 * 96 })
  const length = fc.integer({ min: 1, max: 160 })
  fc.assert(
    fc.property(start, length, (from, quarters) => {
      const [first, last] = [from * 15, (from + quarters) * 15]
      const interval = toInterval(at('2026-11-23', first), at('2026-11-23', last))
      const all = Array.from({ length: quarters }, (_, index) => first + index * 15)
      const expected = all.every((minute) => isOpenAtMinute('2026-11-23', minute))
      expect(isOpen(withHours, desk1, interval)).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

test('[SITES-02] a resource with hours of its own does not follow its site', () => {
  const nights: readonly OpenSpan[] = [{ opens: 1320, closes: 1800 }]
  const own = { ...desk1, hours: [nights, nights, nights, nights, nights, nights, nights] } as const
  expect(isOpen(withHours, own, span('2026-11-25', 1320, 1800))).toBe(true)
  expect(isOpen(withHours, own, span('2026-11-25', 600, 660))).toBe(false)
})

test('[SITES-03] [D-10] a closure shuts what it overlaps and leaves open what touches it', () => {
  const catalogue = closing({})
  expect(isOpen(catalogue, desk1, span('2026-12-24', 1380, 1440))).toBe(true)
  expect(isOpen(catalogue, desk1, span('2026-12-24', 1380, 1441))).toBe(false)
  expect(isOpen(catalogue, desk1, span('2026-12-26', 0, 60))).toBe(true)
  expect(isOpen(catalogue, desk1, span('2026-12-25', 1439, 1500))).toBe(false)
})

test('[SITES-03] a closure that names resources leaves the others open', () => {
  const catalogue = closing({ resourceIds: [toId('resource', 'res_desk-2')] })
  const noon = span('2026-12-25', 720, 780)
  expect(findClosure(catalogue, desk1, noon)).toBeNull()
  const desk2 = { ...desk1, id: toId('resource', 'res_desk-2') }
  expect(findClosure(catalogue, desk2, noon)?.name).toBe('Christmas')
})

test('[SITES-04] [D-04] the doors open at the same wall time on both sides of a clock change', () => {
  for (const date of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25']) {
    const spans = openSpans(withHours, desk1, toLocalDate(date))
    const walls = spans.map(({ startsAt }) => toWallTime(harbour.zone, startsAt).minute)
    expect(walls).toEqual((hours[weekdayOf(toLocalDate(date)) - 1] ?? []).map(({ opens }) => opens))
  }
})
