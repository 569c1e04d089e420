import { expect, test } from 'vitest'
import type { Choice } from '../../../domain/bookings/wishes/intent.ts'
import { usualPasses } from '../../../domain/sites/pass-offer.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import type { TestSpace } from '../../settlement/for-tests.ts'
import { about, ask } from '../for-tests.ts'
import {
  answer,
  at,
  booked,
  desk,
  inSpace,
  room,
  usesOf,
  withLot,
  withPlace,
  withSite,
} from './for-tests.ts'

/** As a member picks it on a clock on the wall. */
async function atWall(space: TestSpace, date: string, from: number, until: number) {
  const { body } = await space.request('mem_hana', desk, toLocalDate(date), 60, 61)
  const { choice } = body as { choice: Choice } // a booking request
  const wall = { start: { date, minute: from }, end: { date, minute: until } }
  const wished = about(space, 'booking.request', { ...body, choice: { ...choice, wall } })
  const outcome = await ask(space, 'mem_hana', wished)
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

test('[D-02] 14:00 on 2 April, booked from Chicago, is 14:00 in Berlin and 12:00 in Greenwich', () =>
  inSpace('2026-03-09T09:00:00-05:00', async (space) => {
    const { wall, interval } = await booked(space, [room, '2026-04-02', 840, 900])
    expect(interval.startsAt).toBe(Date.UTC(2026, 3, 2, 12))
    expect(wall).toMatchObject({
      ...{ start: { date: '2026-04-02', minute: 840 }, zone: 'Europe/Berlin' },
      ...{ startOffsetMinutes: 120, tzdata: expect.stringMatching(/^20\d\d/) },
    })
  }))

test('[D-04] 24 hours before Sunday 29 March 09:00 are over on Saturday at 08:00, for an hour was jumped', () =>
  inSpace('2026-03-24T09:00:00+01:00', async (space) => {
    await withPlace(space, desk, { noticeMinutes: 1440 })
    space.now = at('2026-03-28T08:01:00+01:00')
    expect(await answer(space, [desk, '2026-03-29', 540, 600])).toBe('notice')
    space.now = at('2026-03-28T08:00:00+01:00')
    expect(await answer(space, [desk, '2026-03-29', 540, 600])).toBe('confirmed')
  }))

test('[D-05] 29 March 02:30 is refused, and 25 October 02:30 is its first pass', () =>
  inSpace('2026-03-24T09:00:00+01:00', async (space) => {
    await withPlace(space, desk, {})
    expect(await atWall(space, '2026-03-29', 150, 240)).toBe('nonexistent-local-time')
    const { interval, wall } = await booked(space, [desk, '2026-10-25', 150, 240])
    expect(interval.startsAt).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(wall.startOffsetMinutes).toBe(120)
  }))

test('[D-06] 01:00 to 04:00 is four hours on 25 October and two on 29 March, and the day of 25 hours is one day', () =>
  inSpace('2026-03-09T09:00:00-05:00', async (space) => {
    await withPlace(space, room, {})
    const hours = async (date: string) =>
      (await booked(space, [room, date, 60, 240])).price.amountMinor / 2200
    expect([await hours('2026-10-25'), await hours('2026-03-29')]).toEqual([4, 2])
    await withPlace(space, desk, {})
    await withSite(space, { passes: { ...usualPasses, dayEndsAtMinute: 0 } })
    await withLot(space, 'days', { kinds: ['hot-desk'], unit: 'days', amount: 2 })
    const long = await booked(space, [desk, '2026-10-25', 0, 1440])
    expect(long.interval.endsAt - long.interval.startsAt).toBe(25 * 3_600_000)
    expect(usesOf(long)).toEqual([['lot_days', 1, '2026-10-25']])
    expect(long.owed.amountMinor).toBe(0)
  }))

test('[D-07] three strict days at Monday 10:32 end on Thursday 10:32, three calendar days at 00:01 with Thursday', () =>
  inSpace('2026-11-23T00:01:00+01:00', async (space) => {
    await withPlace(space, desk, { advanceLimits: [{ kind: 'calendar-days', days: 3 }] })
    expect(await answer(space, [desk, '2026-11-26', 1410, 1440])).toBe('confirmed')
    expect(await answer(space, [desk, '2026-11-27', 5, 60])).toBe('too-far')
    await withPlace(space, room, { advanceLimits: [{ kind: 'elapsed-days', days: 3 }] })
    space.now = at('2026-11-23T10:32:00+01:00')
    expect(await answer(space, [room, '2026-11-26', 630, 660])).toBe('confirmed')
    expect(await answer(space, [room, '2026-11-26', 660, 690])).toBe('too-far')
  }))

test('[D-67] [D-66] whose device has other time-zone data gets the wall time that was read, at the space’s instant', () =>
  inSpace('2026-03-09T09:00:00-05:00', async (space) => {
    const intent = await space.request('mem_hana', room, toLocalDate('2026-04-02'), 840, 900)
    const { body } = intent
    const { choice } = body as { choice: Choice } // a booking request
    const { startsAt, endsAt } = choice.interval
    // As if summer time had not begun there.
    const interval = { startsAt: startsAt + 3_600_000, endsAt: endsAt + 3_600_000 }
    const wished = about(space, 'booking.request', { ...body, choice: { ...choice, interval } })
    const outcome = await ask(space, 'mem_hana', wished)
    expect(outcome).toMatchObject({ kind: 'confirmed' })
    expect(await answer(space, [room, '2026-04-02', 840, 900], { who: 'mem_anton' })).toBe('booked')
  }))
