import { expect, test } from 'vitest'
import { breakfast } from '../../domain/community/events/for-tests.ts'
import { about, ask, book, join, offerOf, quietDay, room, siteId } from '../bookings/for-tests.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { held, now, send } from '../support/for-tests.ts'

const [hana, anton, mara] = ['mem_hana', 'mem_anton', 'mem_mara']
const eventId = breakfast.id
const talk = {
  ...{ ...breakfast, date: quietDay, startMinute: 840, endMinute: 900, resourceId: room },
  hold: { setUpMinutes: 30, clearUpMinutes: 0 },
}

async function put(space: TestSpace, more: object = {}, rest: object = {}) {
  const body = { siteId, event: { ...talk, ...more }, revision: 0, repeats: [], resolutions: {} }
  return send(space, mara, 'event.save', { ...body, ...rest })
}

async function closuresOf(space: TestSpace) {
  const all = (await held(space, `catalogue/${siteId}`))['closures'] ?? {}
  return Object.values(all).filter((one) => JSON.stringify(one).includes(eventId))
}

onEachEngine('event places', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[EVENT-10] [C-06] an event takes its place from who is asked first, and nobody books it from then on',
    async (space) => {
      const bookingId = await book(space, hana, room, 825, 870)
      expect(await put(space)).toMatchObject({
        refusal: { reason: 'unresolved-bookings', bookingIds: [bookingId] },
      })
      expect(await held(space, `happenings/${siteId}`)).not.toHaveProperty(`events.${eventId}`)
      const resolutions = { [bookingId]: { kind: 'cancel' } }
      expect(await put(space, {}, { resolutions })).toMatchObject({ kind: 'confirmed' })
      expect(await findBooking(space.storage.read, bookingId)).toMatchObject({ state: 'cancelled' })
      const late = await space.request(anton, room, quietDay, 810, 840)
      expect(await ask(space, anton, late)).toMatchObject({
        refusal: { reason: 'blocked', closureName: 'Breakfast', isEvent: true },
      })
      expect(await closuresOf(space)).toHaveLength(1)
    },
  )

  within(
    '[EVENT-09] [EVENT-11] moved or called off, its place goes to who waits for it, and nobody else lets go of it',
    async (space) => {
      await put(space)
      const first = await join(space, anton, room, 840, 900)
      const removal = about(space, 'closure.remove', { siteId, closureId: 'clo_test.1' })
      expect(await ask(space, mara, removal)).toMatchObject({ refusal: { reason: 'not-allowed' } })
      const later = { startMinute: 930, endMinute: 990 }
      expect(await put(space, later, { revision: 1 })).toMatchObject({ kind: 'confirmed' })
      expect(await offerOf(space, first)).toMatchObject({ state: 'held', memberId: anton })
      const second = await join(space, hana, room, 930, 990)
      await send(space, mara, 'event.call-off', { siteId, eventId })
      expect(await offerOf(space, second)).toMatchObject({ state: 'held', memberId: hana })
      expect(await closuresOf(space)).toEqual([])
    },
  )
})
