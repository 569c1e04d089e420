import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { cancelBooking } from '../bookings/change-booking.ts'
import { ada, at, by, desk1, harbour, noDistance, span, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { bookedWallTime } from '../bookings/wishes/choice.ts'
import { reminderChoices, usualNews } from '../sites/news-settings.ts'
import { must } from '../values/assert.ts'
import { berlin } from '../values/for-tests.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, toInstant } from '../values/instant.ts'
import { type Interval, toInterval } from '../values/interval.ts'
import { addDays } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import { dueReminder, reminderChoiceOf, remindersOf } from './reminders.ts'

const early = at('2026-03-01', 540)

function bookedFor(interval: Interval, now: Instant): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const { booking } = settle(
    wish(desk1, interval),
    { ...facts, distance: noDistance, wallet: emptyWallet },
    now,
  )
  return must(booking, 'it is free')
}

const leadsOf = (booking: Booking, now: Instant) =>
  remindersOf(booking, berlin, now).map(({ lead }) => lead)

test('[NEWS-06] [D-58] booked 40 minutes ahead, nobody is reminded', () => {
  const booking = bookedFor(span('2026-11-26', 585, 645), at('2026-11-26', 545))
  expect(leadsOf(booking, at('2026-11-26', 545))).toEqual([])
  const hours = bookedFor(span('2026-11-26', 720, 780), at('2026-11-26', 540))
  expect(leadsOf(hours, at('2026-11-26', 540))).toEqual(['hour'])
})

test('[NEWS-06] [D-58] across a clock change the day before is the same time by the clock', () => {
  const booking = bookedFor(span('2026-03-29', 600, 660), early)
  const [day, hour] = remindersOf(booking, berlin, early)
  expect(day?.at).toBe(at('2026-03-28', 600))
  expect(booking.interval.startsAt - (day?.at ?? 0)).toBe(23 * HOUR_MS)
  expect(hour?.at).toBe(booking.interval.startsAt - HOUR_MS)
})

test('[NEWS-06] [N-03] what a member chose counts, and where they did not, what their location did', () => {
  expect(reminderChoiceOf({ reminders: null }, usualNews)).toBe('day')
  expect(reminderChoiceOf({ reminders: 'none' }, usualNews)).toBe('none')
  const booking = bookedFor(span('2026-11-26', 600, 660), early)
  const { startsAt } = booking.interval
  const due = (lead: 'hour' | 'day') =>
    reminderChoices.filter(
      (choice) => dueReminder(booking, { lead, startsAt }, choice, early) !== null,
    )
  expect(due('hour')).toEqual(['hour', 'both'])
  expect(due('day')).toEqual(['day', 'both'])
})

/** What somebody does with a booking, and how long after the last thing. */
const step = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 3_000 }),
  what: fc.oneof(
    fc.record({ kind: fc.constant('move' as const), byMinutes: fc.integer({ min: -96, max: 96 }) }),
    fc.record({ kind: fc.constant('cancel' as const) }),
  ),
})

/** As the server does it: each state of the booking writes its jobs, and each job looks at the booking that stands when it is due. */
function remindedAt(
  start: Booking,
  begun: Instant,
  steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[],
) {
  const states: { readonly at: Instant; readonly booking: Booking }[] = [
    { at: begun, booking: start },
  ]
  for (const { afterMinutes, what } of steps) {
    const last = must(states.at(-1), 'it begins with one')
    const now = toInstant(last.at + afterMinutes * MINUTE_MS)
    const next = changedBy(last.booking, what, now)
    if (next !== null) states.push({ at: now, booking: next })
  }
  const jobs = new Map<
    string,
    { readonly at: Instant; readonly lead: 'hour' | 'day'; readonly startsAt: Instant }
  >()
  for (const { at: now, booking } of states) {
    for (const one of remindersOf(booking, berlin, now)) {
      const { startsAt } = booking.interval
      const key = `${startsAt} ${one.lead}`
      if (!jobs.has(key)) jobs.set(key, { ...one, startsAt })
    }
  }
  const standingAt = (now: Instant) =>
    must(
      states.findLast((one) => one.at <= now),
      'it was booked before',
    ).booking
  const told = [...jobs.values()].flatMap((job) => {
    const news = dueReminder(standingAt(job.at), job, 'both', job.at)
    return news === null ? [] : [job]
  })
  return { told, last: must(states.at(-1), 'it begins with one'), standingAt }
}

function changedBy(
  booking: Booking,
  what: { readonly kind: 'move'; readonly byMinutes: number } | { readonly kind: 'cancel' },
  now: Instant,
): Booking | null {
  if (booking.state !== 'confirmed' || booking.interval.startsAt <= now) return null
  if (what.kind === 'cancel') return cancelBooking(booking, by('member', now), now).booking
  const shift = what.byMinutes * 15 * MINUTE_MS
  const { startsAt, endsAt } = booking.interval
  if (startsAt + shift <= now) return null
  const interval = toInterval(toInstant(startsAt + shift), toInstant(endsAt + shift))
  return { ...booking, interval, wall: bookedWallTime(berlin, interval) }
}

test('[NEWS-06] [D-58] through moves, cancellations and clock changes each reminder is of what stands, at its time, once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-03-27', '2026-10-23', '2026-06-10'),
      fc.integer({ min: 16, max: 200 }),
      fc.array(step, { maxLength: 5 }),
      (date, quarters, steps) => {
        const begun = at(date, 540)
        const startsAt = toInstant(begun + quarters * 15 * MINUTE_MS)
        const interval = toInterval(startsAt, toInstant(startsAt + HOUR_MS))
        const { told, standingAt } = remindedAt(bookedFor(interval, begun), begun, steps)
        for (const { at: due, lead, startsAt: start } of told) {
          const standing = standingAt(due)
          expect(standing.state).toBe('confirmed')
          expect(standing.interval.startsAt).toBe(start)
          const dayBefore = toWallTime(berlin, due)
          if (lead === 'hour') expect(start - due).toBe(HOUR_MS)
          else expect(dayBefore.date).toBe(addDays(standing.wall.start.date, -1))
          expect(Math.abs(start - due)).toBeLessThanOrEqual(DAY_MS + HOUR_MS)
        }
        expect(new Set(told.map((one) => `${one.startsAt} ${one.lead}`)).size).toBe(told.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('[NEWS-06] what is left as it was booked early enough is reminded of twice by who wants both', () => {
  const booking = bookedFor(span('2026-11-26', 600, 660), early)
  expect(remindedAt(booking, early, []).told.map(({ lead }) => lead)).toEqual(['day', 'hour'])
})
