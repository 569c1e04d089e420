/** The examples of D-30, D-33, D-38 and D-71 through the settlement of a real database. */
import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { addMinutes, addMs, HOUR_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { GENERATION } from '../storage/begin-generation.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { writeSetting } from '../storage/settings.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(toLocalDate('2026-11-23'), 21)
const generation = 'generation-1'

onEachEngine('cancelling by a policy', (makeDatabase) => {
  const withSpace = (look: (space: TestSpace, booking: Booking) => Promise<void>) =>
    inTestSpace(makeDatabase, now, async (space) => {
      await space.storage.transaction((tx) => writeSetting(tx, GENERATION, generation))
      const wish = await space.request('mem_hana', 'res_room-ebb', quietDay, 600, 720)
      await space.send('mem_hana', wish)
      await space.outcomeOf(wish)
      await look(space, await bookingOf(space, wish))
    })

  async function bookingOf(space: TestSpace, wish: AnyIntent): Promise<Booking> {
    const id = wish.id.replace('bki_', 'bkg_')
    return must(await findBooking(space.storage.read, id), 'it was booked')
  }

  async function cancel(
    space: TestSpace,
    member: string,
    booking: Booking,
    more: { readonly body?: object; readonly made?: object } = {},
  ) {
    const body = { bookingId: booking.id, ...more.body }
    const intent = { ...intentOf(space.now, 'booking.cancel', body), ...more.made } as AnyIntent // of that kind
    await space.send(member, intent)
    const { outcome } = await space.outcomeOf(intent)
    const found = await findBooking(space.storage.read, booking.id)
    return { intent, outcome, booking: must(found, 'nothing is deleted') }
  }

  const before = (booking: Booking, hours: number) =>
    addMs(booking.interval.startsAt, -hours * HOUR_MS)

  test('[D-30] [D-23] 193 hours before, half of what the room cost comes back, by the policy it was booked under', async () => {
    await withSpace(async (space, room) => {
      expect(room).toMatchObject({ price: money(7200, 'EUR'), owed: money(7200, 'EUR') })
      expect(room.policy.steps.map((step) => step.hoursBefore)).toEqual([240, 120])
      space.now = before(room, 193)
      const { booking } = await cancel(space, 'mem_hana', room)
      expect(booking).toMatchObject({
        state: 'cancelled',
        cancelledAt: space.now,
        cancelledBy: 'member',
        step: { because: 'step', percent: 50 },
        refundDue: money(3600, 'EUR'),
        owed: money(3600, 'EUR'),
      })
    })
  })

  test('[D-33] [D-34] told twice it is cancelled once, and the record stays with what is due', async () => {
    await withSpace(async (space, room) => {
      space.now = before(room, 193)
      const first = await cancel(space, 'mem_hana', room)
      await space.send('mem_hana', first.intent)
      expect((await space.outcomeOf(first.intent)).outcome).toEqual(first.outcome)
      space.now = before(room, 1)
      const again = await cancel(space, 'mem_hana', room)
      expect(again.outcome).toMatchObject({ refusal: { reason: 'already-cancelled' } })
      expect(again.booking).toEqual(first.booking)
    })
  })

  test('[D-38] what staff let go is owed by nobody, whatever the policy; without that the policy counts', async () => {
    await withSpace(async (space, room) => {
      space.now = before(room, 1)
      const own = await cancel(space, 'mem_hana', room, { body: { waive: true } })
      expect(own.outcome).toMatchObject({ refusal: { reason: 'not-allowed' } })
      const waived = await cancel(space, 'mem_mara', room, { body: { waive: true } })
      expect(waived.booking).toMatchObject({
        cancelledBy: 'space',
        step: { because: 'space', percent: 100 },
        owed: money(0, 'EUR'),
        refundDue: money(7200, 'EUR'),
      })
    })
    await withSpace(async (space, room) => {
      space.now = before(room, 1)
      const { booking } = await cancel(space, 'mem_mara', room)
      expect(booking).toMatchObject({ cancelledBy: 'space', owed: money(7200, 'EUR') })
    })
  })

  async function cancelledOffline(
    made: (deadline: Instant) => Instant,
    heard: (deadline: Instant) => Instant,
    arrives: (deadline: Instant) => Instant,
    known = generation,
  ) {
    let found: Booking | null = null
    await withSpace(async (space, room) => {
      const deadline = before(room, 240)
      space.now = arrives(deadline)
      const heardAt = { generation: known, at: heard(deadline) }
      const intent = { madeAt: made(deadline), heardAt }
      found = (await cancel(space, 'mem_hana', room, { made: intent })).booking
    })
    return must<Booking>(found, 'it was looked at')
  }

  test('[D-71] [L-08] two minutes before the deadline and heard of fifteen hours after it, all comes back', async () => {
    const made = (deadline: Instant) => addMinutes(deadline, -2)
    const cancelled = await cancelledOffline(
      made,
      (deadline) => addMinutes(deadline, -60),
      (deadline) => addMinutes(deadline, 15 * 60),
    )
    expect(cancelled).toMatchObject({
      step: { percent: 100 },
      effectiveAt: made(addMs(cancelled.interval.startsAt, -240 * HOUR_MS)),
      owed: money(0, 'EUR'),
    })
  })

  test('[D-71] a clock that ran backwards, a claim of days ago, and a contact before a restore gain nothing', async () => {
    const longAgo = (deadline: Instant) => addMinutes(deadline, -3 * 24 * 60)
    const later = (deadline: Instant) => addMinutes(deadline, 10)
    const backwards = await cancelledOffline(longAgo, later, (at) => addMinutes(at, 60))
    expect(backwards).toMatchObject({ step: { percent: 50 } })
    const old = await cancelledOffline(longAgo, longAgo, (at) => addMinutes(at, 25 * 60))
    expect(old).toMatchObject({ step: { percent: 50 } })
    const lost = await cancelledOffline(longAgo, longAgo, later, 'before-the-restore')
    expect(lost).toMatchObject({ step: { percent: 50 } })
  })
})
