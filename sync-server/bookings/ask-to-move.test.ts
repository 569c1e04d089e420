import { expect, test } from 'vitest'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf, toId } from '../../domain/values/ids.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import type { TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import {
  about,
  ask,
  book,
  clock,
  join,
  now,
  offerOf,
  room,
  siteId,
  stateOf,
  withSpace,
} from './for-tests.ts'

/** The room that the team approves, within two hours. */
const board = 'res_room-compass'

onEachEngine('moves that are asked for', (makeDatabase) => {
  async function moveToBoard(space: TestSpace, bookingId: string, who = 'mem_hana') {
    const catalogue = must(await loadCatalogue(space.storage.read, siteId), 'the sample')
    const interval = toInterval(clock(15), clock(16))
    const choice = choiceAt(catalogue, toId('resource', board), interval)
    const quote = { amountMinor: 1_000_000, currency: 'EUR' }
    const wish = about(space, 'booking.change', { bookingId, choice, quote, ceiling: null })
    return { outcome: await ask(space, who, wish), requestId: bookingIdOf(wish.id) }
  }
  const bookingOf = async (space: TestSpace, id: string) =>
    must(await findBooking(space.storage.read, id), 'it was booked')
  const answer = (space: TestSpace, bookingId: string, reason?: string) =>
    ask(
      space,
      'mem_jonas',
      reason === undefined
        ? about(space, 'booking.approve', { bookingId })
        : about(space, 'booking.decline', { bookingId, reason }),
    )

  test('[CHANGES-14] [B-15] [B-30] approved, the booking is there and who waits for its old place is asked at once', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', room, 840, 900)
      const wait = await join(space, 'mem_dev', room, 840, 900)
      const { outcome, requestId } = await moveToBoard(space, id)
      expect(outcome).toMatchObject({ kind: 'held', bookingId: requestId })
      expect(await bookingOf(space, id)).toMatchObject({ state: 'confirmed', resourceId: room })
      expect(await stateOf(space, wait)).toBe('waiting')
      expect(await answer(space, requestId)).toMatchObject({ kind: 'confirmed', bookingId: id })
      expect(await bookingOf(space, id)).toMatchObject({ state: 'confirmed', resourceId: board })
      expect(await bookingOf(space, requestId)).toMatchObject({ state: 'cancelled' })
      expect(await offerOf(space, wait)).toMatchObject({ state: 'held', memberId: 'mem_dev' })
      expect(await answer(space, requestId)).toMatchObject({
        refusal: { reason: 'already-cancelled' },
      })
    }))

  test('[CHANGES-14] [CHANGES-13] [D-15] declined and lapsed, it is where it was; the team itself asks nobody', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', room, 840, 900)
      const before = await bookingOf(space, id)
      const first = await moveToBoard(space, id)
      expect((await moveToBoard(space, id)).outcome).toMatchObject({
        refusal: { reason: 'already-asked' },
      })
      await answer(space, first.requestId, 'The board meets there')
      const second = await moveToBoard(space, id)
      space.now = addMinutes(now, 120)
      await space.runJobs()
      expect((await bookingOf(space, second.requestId)).state).toBe('lapsed')
      expect(await bookingOf(space, id)).toEqual(before)
      const { outcome } = await moveToBoard(space, id, 'mem_jonas')
      expect(outcome).toMatchObject({ kind: 'confirmed', bookingId: id })
      expect(await bookingOf(space, id)).toMatchObject({ resourceId: board })
    }))

  test('[CHANGES-15] cancelled, the booking takes its request along, and the place it would have had is free', () =>
    withSpace(makeDatabase, async (space) => {
      const id = await book(space, 'mem_hana', room, 840, 900)
      const { requestId } = await moveToBoard(space, id)
      await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: id }))
      expect(await bookingOf(space, requestId)).toMatchObject({ state: 'cancelled' })
      const own = await book(space, 'mem_dev', room, 840, 900)
      expect((await moveToBoard(space, own, 'mem_dev')).outcome.kind).toBe('held')
    }))
})
