import { expect, test } from 'vitest'
import { berlin } from './for-tests.ts'
import { addMinutes, toInstant } from './instant.ts'
import { toLocalDate } from './local-date.ts'
import { instantOf, localDay, resolveWallTime, toWallTime, type ZoneTable } from './zone.ts'

const jump = { date: toLocalDate('2026-03-29'), minute: 150 }
const repeated = { date: toLocalDate('2026-10-25'), minute: 150 }

test('[VALUES-05] [D-02] 14:00 in Berlin on 2 April is noon in London, whoever asks', () => {
  const wall = { date: toLocalDate('2026-04-02'), minute: 840 }
  expect(instantOf(berlin, wall)).toBe(Date.UTC(2026, 3, 2, 12))
  expect(toWallTime(berlin, toInstant(Date.UTC(2026, 3, 2, 12)))).toEqual(wall)
})

test('[VALUES-05] [D-03] the same wall time is another instant after the clocks changed', () => {
  const thursdays = ['2026-03-19', '2026-03-26', '2026-04-02'].map((date) =>
    instantOf(berlin, { date: toLocalDate(date), minute: 840 }),
  )
  expect(thursdays).toEqual([
    Date.UTC(2026, 2, 19, 13),
    Date.UTC(2026, 2, 26, 13),
    Date.UTC(2026, 3, 2, 12),
  ])
})

test('[VALUES-06] [D-05] 02:30 never is on the night the clocks jump, and a bound there is the jump', () => {
  expect(resolveWallTime(berlin, jump)).toEqual({ kind: 'gap', nextAt: Date.UTC(2026, 2, 29, 1) })
  expect(instantOf(berlin, jump)).toBe(Date.UTC(2026, 2, 29, 1))
})

test('[VALUES-06] [D-05] 02:30 is twice on the night the clocks go back, the first unless it says otherwise', () => {
  const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]
  expect(resolveWallTime(berlin, repeated)).toEqual({ kind: 'fold', first, second })
  expect(instantOf(berlin, repeated)).toBe(first)
  expect(instantOf(berlin, { ...repeated, pass: 'second' })).toBe(second)
  expect(toWallTime(berlin, toInstant(first))).toEqual({ ...repeated, pass: 'first' })
  expect(toWallTime(berlin, toInstant(second))).toEqual({ ...repeated, pass: 'second' })
})

test('[VALUES-05] the hours beside a repeated one come once and name no pass', () => {
  const start = toInstant(Date.UTC(2026, 9, 24, 23, 0))
  const walls = Array.from({ length: 5 }, (_, half) =>
    toWallTime(berlin, addMinutes(start, half * 60)),
  )
  expect(walls.map(({ minute, pass }) => [minute / 60, pass])).toEqual([
    [1, undefined],
    [2, 'first'],
    [2, 'second'],
    [3, undefined],
    [4, undefined],
  ])
})

test('[VALUES-07] [D-66] two tables give two readings of one instant, each the same everywhere', () => {
  // British Columbia has kept UTC-7 since November 2026; a device with older data does not know.
  const changes = { spring: Date.UTC(2026, 2, 8, 10), autumn: Date.UTC(2026, 10, 1, 9) }
  const older: ZoneTable = {
    zone: 'America/Vancouver',
    tzdata: '2025c',
    offsets: [
      [Date.UTC(2026, 0, 1), -480],
      [changes.spring, -420],
      [changes.autumn, -480],
    ],
  }
  const newer: ZoneTable = { ...older, tzdata: '2026c', offsets: older.offsets.slice(0, 2) }
  const at = toInstant(Date.UTC(2026, 11, 4))
  expect(toWallTime(older, at).minute).toBe(16 * 60)
  expect(toWallTime(newer, at).minute).toBe(17 * 60)
})

test('[VALUES-08] [D-06] the days of the clock changes have 23 and 25 hours', () => {
  const hours = (date: string) => {
    const { startsAt, endsAt } = localDay(berlin, toLocalDate(date))
    return (endsAt - startsAt) / 3_600_000
  }
  expect(['2026-03-29', '2026-07-01', '2026-10-25'].map(hours)).toEqual([23, 24, 25])
})
