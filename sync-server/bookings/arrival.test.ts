import { expect, test } from 'vitest'
import { readDesk } from '../../domain/bookings/desk-sections.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { composeRooms } from '../compose-rooms.ts'
import { inTestSpace, intentOf, openTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { GENERATION } from '../storage/begin-generation.ts'
import { type MakeDatabase, onEachEngine, onPostgres } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { writeSetting } from '../storage/settings.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const room = 'res_room-drift'

/** Of the quiet day, in Hamburg's winter. */
function clock(hour: number, minute = 0): Instant {
  return toInstant(Date.parse(`${quietDay}T00:00:00+01:00`) + (hour * 60 + minute) * 60_000)
}

function withSpace(
  makeDatabase: MakeDatabase,
  work: (space: TestSpace, open: () => Promise<TestSpace>) => Promise<void>,
) {
  return inTestSpace(makeDatabase, now, async (space, database) => {
    await space.storage.transaction((tx) => writeSetting(tx, GENERATION, 'gen_1'))
    await work(space, async () => openTestSpace(await database.open(), now))
  })
}

async function book(space: TestSpace, member: string, from: number, until: number) {
  const intent = await space.request(member, room, quietDay, from, until)
  await space.send(member, intent)
  const { outcome } = await space.outcomeOf(intent)
  return must('bookingId' in outcome ? outcome.bookingId : null, 'the room is free')
}

async function ask(space: TestSpace, member: string, intent: AnyIntent) {
  await space.send(member, intent)
  const { outcome } = await space.outcomeOf(intent)
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

const checkIn = (space: TestSpace, bookingId: string, madeAt = space.now) => ({
  ...intentOf(space.now, 'booking.check-in', { bookingId }),
  madeAt,
  heardAt: { generation: 'gen_1', at: madeAt },
})
const stateOf = async (space: TestSpace, id: string) =>
  (await findBooking(space.storage.read, id))?.state

onEachEngine('arrivals', (makeDatabase) => {
  test('[ARRIVAL-09] [B-41] who sits elsewhere takes the booking along: the old room is free in the same moment', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 660)
      space.now = clock(9, 5)
      const catalogue = must(await loadCatalogue(space.storage.read, 'sit_harbour-loft'), 'seeded')
      const interval = { startsAt: clock(9), endsAt: clock(11) }
      const sit = (place: string) => {
        const choice = choiceAt(catalogue, toId('resource', place), interval)
        return intentOf(space.now, 'booking.sit', { bookingId: toId('booking', id), choice })
      }
      expect(await ask(space, 'mem_dev', sit('res_room-beacon'))).toBe('unknown-booking')
      expect(await ask(space, 'mem_hana', sit('res_desk-12'))).toBe('other-kind')
      expect(await ask(space, 'mem_hana', sit('res_room-beacon'))).toBe('confirmed')
      expect(await findBooking(space.storage.read, id)).toMatchObject({
        ...{ id, resourceId: 'res_room-beacon', state: 'checked-in' },
      })
      const other = await space.request('mem_anton', room, quietDay, 570, 660)
      expect(await ask(space, 'mem_anton', other)).toBe('confirmed')
      expect(await ask(space, 'mem_hana', sit(room))).toBe('booked')
    }))

  test('[D-35] [B-28] nobody comes to a booking of 09:00: at 09:15 the room is free for whoever asks', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 660)
      space.now = clock(9, 14)
      await space.runJobs()
      expect(await stateOf(space, id)).toBe('confirmed')
      space.now = clock(9, 15)
      await space.runJobs()
      expect(await findBooking(space.storage.read, id)).toMatchObject({
        state: 'no-show',
        missedAt: clock(9, 15),
      })
      expect(await book(space, 'mem_anton', 555, 660)).not.toBe(id)
    }))

  test('[D-35] whoever checked in, or was checked in by the front desk, keeps the room', () =>
    withSpace(makeDatabase, async (space) => {
      const own = await book(space, 'mem_hana', 540, 600)
      const seen = await book(space, 'mem_anton', 615, 705)
      space.now = clock(8, 50)
      expect(await ask(space, 'mem_hana', checkIn(space, own))).toBe('confirmed')
      expect(await ask(space, 'mem_jonas', checkIn(space, seen))).toBe('check-in-not-open')
      expect(await ask(space, 'mem_hana', checkIn(space, seen))).toBe('unknown-booking')
      space.now = clock(10, 5)
      expect(await ask(space, 'mem_jonas', checkIn(space, seen))).toBe('confirmed')
      space.now = clock(12)
      await space.runJobs()
      expect(await stateOf(space, own)).toBe('checked-in')
      expect(await stateOf(space, seen)).toBe('checked-in')
    }))

  test('[D-36] made 09:08 without a network and here at 09:40, it counts: the place was not given away', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 660)
      space.now = clock(9, 16)
      await space.runJobs()
      space.now = clock(9, 40)
      expect(await ask(space, 'mem_hana', checkIn(space, id, clock(9, 8)))).toBe('confirmed')
      expect(await stateOf(space, id)).toBe('checked-in')
      const rival = await space.request('mem_anton', room, quietDay, 585, 660)
      expect(await ask(space, 'mem_anton', rival)).toBe('booked')
    }))

  test('[D-36] given to somebody else at 09:16, the place stays theirs and the first owes no fee', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 660)
      space.now = clock(9, 16)
      await space.runJobs()
      const next = await book(space, 'mem_anton', 555, 660)
      space.now = clock(9, 40)
      expect(await ask(space, 'mem_hana', checkIn(space, id, clock(9, 8)))).toBe('given-away')
      expect(await findBooking(space.storage.read, id)).toMatchObject({
        state: 'no-show',
        isFeeWaived: true,
      })
      expect(await stateOf(space, next)).toBe('confirmed')
    }))

  test('[D-36] a check-in and the wish that takes the room may settle together, whichever came first', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 660)
      space.now = clock(9, 20)
      await space.runJobs()
      const taking = await space.request('mem_anton', room, quietDay, 555, 660)
      const coming = checkIn(space, id, clock(9, 8))
      await space.send('mem_anton', taking)
      await space.send('mem_hana', coming)
      expect((await space.outcomeOf(taking)).outcome.kind).toBe('confirmed')
      expect((await space.outcomeOf(coming)).outcome).toMatchObject({
        kind: 'refused',
        refusal: { reason: 'given-away' },
      })
    }))

  test('[BOOKINGS-73] the list of the day says who was missed, and until when somebody can still come', () =>
    withSpace(makeDatabase, async (space) => {
      const missed = await book(space, 'mem_hana', 540, 600)
      const coming = await book(space, 'mem_anton', 660, 720)
      space.now = clock(9, 15)
      await space.runJobs()
      const { projections } = composeRooms()
      const name = `desk/sit_harbour-loft/${quietDay}`
      const sections = await space.storage.transaction((tx) =>
        projections.project(tx, name, space.now),
      )
      const arrivals = readDesk(must(sections, 'there is such a day'))
      expect(arrivals).toMatchObject([
        { bookingId: missed, state: 'no-show' },
        { bookingId: coming, checkIn: { opensAt: clock(10, 45), releaseAt: clock(11, 15) } },
      ])
    }))

  test('[BOOKINGS-73] who was there, though word of it came after the end, is on the list of that day', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', 540, 600)
      space.now = clock(9, 16)
      await space.runJobs()
      space.now = clock(10, 30)
      expect(await ask(space, 'mem_hana', checkIn(space, id, clock(9, 8)))).toBe('confirmed')
      const { projections } = composeRooms()
      const name = `desk/sit_harbour-loft/${quietDay}`
      const sections = await space.storage.transaction((tx) =>
        projections.project(tx, name, space.now),
      )
      const arrivals = readDesk(must(sections, 'there is such a day'))
      expect(arrivals).toMatchObject([{ bookingId: id, state: 'completed' }])
    }))
})

onPostgres('arrivals', (makeDatabase) => {
  test('[B-28] a booking is given back once, though two servers look', () =>
    withSpace(makeDatabase, async (space, again) => {
      const id = await book(space, 'mem_hana', 540, 660)
      const other = await again()
      space.now = clock(9, 15)
      other.now = clock(9, 15)
      const ran = await Promise.all([space.runJobs(), other.runJobs()])
      expect(await stateOf(space, id)).toBe('no-show')
      const jobs = await space.storage.read
        .selectFrom('job')
        .select(['done_at', 'attempts'])
        .where('key', 'like', `%${id}%`)
        .execute()
      expect(jobs.map((job) => [job.done_at !== null, job.attempts])).toEqual([[true, 1]])
      expect(ran[0] + ran[1]).toBeGreaterThan(0)
      expect(other.log).toEqual([])
    }))
})
