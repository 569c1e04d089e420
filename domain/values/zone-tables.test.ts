/** The tables that the server makes, against an independent calendar, for zones that break what one would assume. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { makeZoneTable } from '../../sync-server/sites/zone-table.ts'
import { toInstant } from './instant.ts'
import { addDays, fromDayNumber } from './local-date.ts'
import { instantOf, localDay, resolveWallTime, toWallTime, type WallTime } from './zone.ts'

/** Half-hour changes, offsets of a quarter hour, changes at midnight, both ends of the date line, no changes at all. */
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/Chicago',
  'America/St_Johns',
  'America/Havana',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]
const around = new Date(Date.UTC(2026, 10, 25))
const tables = zones.map((zone) => makeZoneTable(zone, around))
const table = fc.constantFrom(...tables)
/** From the start of 2025 to the end of 2029: what a table made in 2026 reaches. */
const minute = fc.integer({
  min: Date.UTC(2025, 0, 2) / 60_000,
  max: Date.UTC(2029, 11, 30) / 60_000,
})

/** Minutes around the changes are where mistakes live: half of all samples lie within three hours of one. */
const moment = fc
  .tuple(table, minute, fc.boolean(), fc.integer({ min: -180, max: 180 }), fc.nat())
  .map(([zone, anywhere, isNear, away, which]) => {
    const changes = zone.offsets.slice(1)
    const change = changes[which % Math.max(1, changes.length)]
    const at = isNear && change !== undefined ? change[0] / 60_000 + away : anywhere
    return { zone, at: toInstant(at * 60_000) }
  })

function plain({ date, minute }: WallTime): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute })
}

test('[VALUES-07] every instant reads as the independent calendar says', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone.zone)
      const ours = toWallTime(zone, at)
      expect([ours.date, ours.minute]).toEqual([
        theirs.toPlainDate().toString(),
        theirs.hour * 60 + theirs.minute,
      ])
    }),
    { numRuns: 1000 },
  )
})

test('[VALUES-05] every instant reads as a wall time that leads back to it', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      const wall = toWallTime(zone, at)
      expect(instantOf(zone, wall)).toBe(at)
      expect(wall.pass !== undefined).toBe(resolveWallTime(zone, wall).kind === 'fold')
    }),
    { numRuns: 1000 },
  )
})

test('[VALUES-06] every wall time is once, never or twice as the independent calendar says', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      // The wall time as if the zone stood still: also those that the clocks jump over.
      const local = at / 60_000 + (zone.offsets[0]?.[1] ?? 0)
      const day = Math.floor(local / 1440)
      const wall = { date: fromDayNumber(day), minute: local - day * 1440 }
      const earlier = plain(wall).toZonedDateTime(zone.zone, { disambiguation: 'earlier' })
      const later = plain(wall).toZonedDateTime(zone.zone, { disambiguation: 'later' })
      const [first, second] = [earlier.epochMilliseconds, later.epochMilliseconds]
      const isReal = earlier.toPlainDateTime().equals(plain(wall))
      const found = resolveWallTime(zone, wall)
      expect(found.kind).toBe(!isReal ? 'gap' : first === second ? 'once' : 'fold')
      if (found.kind === 'once') expect(found.at).toBe(first)
      if (found.kind === 'fold') expect([found.first, found.second]).toEqual([first, second])
      if (found.kind === 'gap') {
        const change = earlier.getTimeZoneTransition('next')
        expect(found.nextAt).toBe(change?.epochMilliseconds)
      }
    }),
    { numRuns: 1000 },
  )
})

test('[VALUES-08] local days follow each other without a hole, as long as the independent calendar says', () => {
  fc.assert(
    fc.property(moment, ({ zone, at }) => {
      const { date } = toWallTime(zone, at)
      const day = localDay(zone, date)
      const theirs = Temporal.PlainDate.from(date).toZonedDateTime(zone.zone)
      expect(day.startsAt).toBe(theirs.epochMilliseconds)
      expect(day.endsAt).toBe(theirs.add({ days: 1 }).startOfDay().epochMilliseconds)
      expect(localDay(zone, addDays(date, 1)).startsAt).toBe(day.endsAt)
    }),
    { numRuns: 500 },
  )
})
