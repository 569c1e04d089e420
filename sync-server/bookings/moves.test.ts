/** Changes of bookings through the settlement of a real database. */
import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { addMinutes, toInstant } from '../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(toLocalDate('2026-11-23'), 21)
const plenty = money(1_000_000, 'EUR')

onEachEngine('changing a booking', (makeDatabase) => {
  const withSpace = (look: (space: TestSpace, booking: Booking) => Promise<void>) =>
    inTestSpace(makeDatabase, now, async (space) => {
      const wish = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 720)
      await space.send('mem_hana', wish)
      await space.outcomeOf(wish)
      await look(space, await bookingOf(space, wish.id.replace('bki_', 'bkg_')))
    })

  async function bookingOf(space: TestSpace, id: string): Promise<Booking> {
    return must(await findBooking(space.storage.read, id), 'it was booked')
  }

  /** A wish to have it elsewhere. */
  async function moveTo(
    space: TestSpace,
    booking: Booking,
    place: string,
    from: number,
    until: number,
  ) {
    const like = await space.request('mem_hana', place, quietDay, from, until)
    const { choice } = (like as Extract<AnyIntent, { kind: 'booking.request' }>).body // as it was made
    return intentOf(space.now, 'booking.change', {
      ...{ bookingId: booking.id, choice, quote: plenty, ceiling: null },
    })
  }

  async function settled(space: TestSpace, member: string, intent: AnyIntent) {
    await space.send(member, intent)
    return (await space.outcomeOf(intent)).outcome
  }

  async function claimsOf(space: TestSpace, booking: Booking) {
    const rows = await space.storage.read
      .selectFrom('claim')
      .select(['resource_id', 'starts_at', 'released_at'])
      .where('booking_id', '=', booking.id)
      .execute()
    return rows.filter(({ released_at }) => released_at === null)
  }

  test('[B-30] a booking moves with its claim, and its old place is somebody else’s in the same batch', async () => {
    await withSpace(async (space, booking) => {
      const move = await moveTo(space, booking, 'res_desk-16', 840, 1020)
      const his = await space.request('mem_dev', 'res_desk-14', quietDay, 540, 720)
      await space.send('mem_hana', move)
      await space.send('mem_dev', his)
      expect((await space.outcomeOf(his)).outcome.kind).toBe('confirmed')
      const moved = await bookingOf(space, booking.id)
      expect(moved).toMatchObject({ resourceId: 'res_desk-16', changedAt: now })
      expect(await claimsOf(space, moved)).toMatchObject([
        { resource_id: 'res_desk-16', starts_at: moved.interval.startsAt },
      ])
    })
  })

  test('[B-30] [D-19] what cannot be had leaves the booking and its claim as they were, and names what can', async () => {
    await withSpace(async (space, booking) => {
      const his = await space.request('mem_dev', 'res_desk-16', quietDay, 840, 1020)
      await settled(space, 'mem_dev', his)
      const move = await moveTo(space, booking, 'res_desk-16', 840, 1020)
      const outcome = await settled(space, 'mem_hana', move)
      expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'booked' } })
      expect(outcome.kind === 'refused' ? outcome.alternatives.length : 0).toBeGreaterThan(0)
      expect(await bookingOf(space, booking.id)).toEqual(booking)
      expect(await claimsOf(space, booking)).toHaveLength(1)
    })
  })

  test('[D-31] [D-33] shortened within the last step it still pays in full, once, and the rest is free', async () => {
    await withSpace(async (space, booking) => {
      space.now = addMinutes(booking.interval.startsAt, -30)
      const shorter = await moveTo(space, booking, 'res_desk-14', 540, 660)
      await settled(space, 'mem_hana', shorter)
      await space.send('mem_hana', shorter)
      expect((await space.outcomeOf(shorter)).outcome.kind).toBe('confirmed')
      const short = await bookingOf(space, booking.id)
      expect(short).toMatchObject({ price: money(800, 'EUR'), owed: money(1200, 'EUR') })
      const his = await space.request('mem_dev', 'res_desk-14', quietDay, 660, 720)
      expect((await settled(space, 'mem_dev', his)).kind).toBe('confirmed')
    })
  })

  test('[B-29] ended while it runs, its rest is somebody else’s at once', async () => {
    await withSpace(async (space, booking) => {
      const end = intentOf(now, 'booking.end', { bookingId: booking.id })
      expect(await settled(space, 'mem_hana', end)).toMatchObject({
        refusal: { reason: 'not-running' },
      })
      space.now = addMinutes(booking.interval.startsAt, 31)
      const again = intentOf(space.now, 'booking.end', { bookingId: booking.id })
      expect((await settled(space, 'mem_hana', again)).kind).toBe('confirmed')
      space.now = addMinutes(space.now, 5)
      const his = await space.request('mem_dev', 'res_desk-14', quietDay, 600, 720)
      expect((await settled(space, 'mem_dev', his)).kind).toBe('confirmed')
    })
  })

  test('staff of the site change it too, which is kept in the trail; nobody else learns that it is there', async () => {
    await withSpace(async (space, booking) => {
      const his = await moveTo(space, booking, 'res_desk-16', 840, 1020)
      expect(await settled(space, 'mem_dev', his)).toMatchObject({
        refusal: { reason: 'unknown-booking' },
      })
      const hers = await moveTo(space, booking, 'res_desk-16', 840, 1020)
      expect((await settled(space, 'mem_mara', hers)).kind).toBe('confirmed')
      expect(await bookingOf(space, booking.id)).toMatchObject({ memberId: 'mem_hana' })
      const trail = await space.storage.read
        .selectFrom('audit')
        .select(['actor', 'command'])
        .execute()
      expect(trail).toContainEqual({ actor: 'mem_mara', command: 'booking.change' })
    })
  })
})
