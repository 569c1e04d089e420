import { expect, test } from 'vitest'
import { readRequests } from '../../domain/bookings/approval/request-sections.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { addMinutes, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { composeRooms } from '../compose-rooms.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
/** The room that the team approves, within two hours. */
const room = 'res_room-compass'

onEachEngine('requests', (makeDatabase) => {
  const withSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function say(space: TestSpace, member: string, intent: AnyIntent) {
    await space.send(member, intent)
    const { outcome } = await space.outcomeOf(intent)
    const said = outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
    return { said, bookingId: 'bookingId' in outcome ? (outcome.bookingId ?? '') : '' }
  }

  async function ask(space: TestSpace, member: string) {
    return say(space, member, await space.request(member, room, quietDay, 600, 660))
  }

  async function waiting(space: TestSpace) {
    const name = 'requests/sit_harbour-loft'
    const sections = await space.storage.transaction((tx) =>
      composeRooms().projections.project(tx, name, space.now),
    )
    return readRequests(must(sections, 'there is such a site')).map((one) => one.bookingId)
  }

  const approve = (space: TestSpace, bookingId: string) =>
    intentOf(space.now, 'booking.approve', { bookingId })

  test('[D-15] [B-15] asked at 10:00, the room is nobody else’s; unanswered, it is free from 12:00 on', () =>
    withSpace(async (space) => {
      const { said, bookingId } = await ask(space, 'mem_hana')
      expect(said).toBe('held')
      expect(await waiting(space)).toContain(bookingId)
      expect((await ask(space, 'mem_anton')).said).toBe('asked-for')
      space.now = addMinutes(now, 119)
      await space.runJobs()
      expect((await ask(space, 'mem_anton')).said).toBe('asked-for')
      space.now = addMinutes(now, 120)
      await space.runJobs()
      expect((await findBooking(space.storage.read, bookingId))?.state).toBe('lapsed')
      expect(await waiting(space)).not.toContain(bookingId)
      space.now = addMinutes(now, 121)
      expect((await say(space, 'mem_jonas', approve(space, bookingId))).said).toBe('request-lapsed')
      expect((await ask(space, 'mem_anton')).said).toBe('held')
    }))

  test('[D-15] two of the team answer at once: one counts, the other is told so', () =>
    withSpace(async (space) => {
      const { bookingId } = await ask(space, 'mem_hana')
      const [first, second] = [approve(space, bookingId), approve(space, bookingId)]
      await space.send('mem_jonas', first)
      await space.send('mem_mara', second)
      expect((await space.outcomeOf(first)).outcome.kind).toBe('confirmed')
      expect((await space.outcomeOf(second)).outcome).toMatchObject({
        refusal: { reason: 'already-answered' },
      })
      expect((await findBooking(space.storage.read, bookingId))?.state).toBe('confirmed')
      expect(await waiting(space)).not.toContain(bookingId)
    }))

  test('[APPROVAL-06] declined, the member reads why and has other rooms to take with one tap', () =>
    withSpace(async (space) => {
      const { bookingId } = await ask(space, 'mem_hana')
      const reason = 'The board meets there'
      const decline = intentOf(space.now, 'booking.decline', { bookingId, reason })
      expect((await say(space, 'mem_jonas', decline)).said).toBe('confirmed')
      const booking = await findBooking(space.storage.read, bookingId)
      expect(booking).toMatchObject({ state: 'declined', reason })
      const offered = booking?.state === 'declined' ? booking.alternatives : []
      expect(offered.length).toBeGreaterThan(0)
      expect(offered.map(({ choice }) => choice.resourceId)).not.toContain(room)
      expect((await ask(space, 'mem_anton')).said).toBe('held')
    }))

  test('[ACCESS-03] a member answers nobody’s request, not even their own', () =>
    withSpace(async (space) => {
      const { bookingId } = await ask(space, 'mem_hana')
      expect((await say(space, 'mem_hana', approve(space, bookingId))).said).toBe('not-allowed')
      const confirm = intentOf(space.now, 'booking.confirm', { bookingId })
      expect((await say(space, 'mem_hana', confirm)).said).toBe('not-approved-yet')
    }))

  test('[APPROVAL-07] the sample has one request, asked a moment ago', () =>
    withSpace(async (space) => {
      expect(await waiting(space)).toHaveLength(1)
    }))
})
