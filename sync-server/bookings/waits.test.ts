import { expect, test } from 'vitest'
import { readWaiting } from '../../domain/bookings/waitlist/waiting-list.ts'
import { must } from '../../domain/values/assert.ts'
import { waitIdOf } from '../../domain/values/ids.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { composeRooms } from '../compose-rooms.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import {
  about,
  ask,
  book,
  clock,
  join,
  offerOf,
  quietDay,
  room,
  siteId,
  stateOf,
  waitOf,
  withSpace,
} from './for-tests.ts'

onEachEngine('waits', (makeDatabase) => {
  test('[WAIT-01] [WAIT-05] [B-27] [D-37] freed at 09:00 for 14:00, it is held for the first until 09:30 and then offered to the second', () =>
    withSpace(makeDatabase, async (space) => {
      const taken = await book(space, 'mem_hana', room, 840, 900)
      const first = await join(space, 'mem_dev', room, 840, 900)
      const second = await join(space, 'mem_anton', room, 840, 900)
      space.now = clock(9)
      await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: taken }))
      expect(await offerOf(space, first)).toMatchObject({
        state: 'held',
        heldFor: 'confirmation',
        memberId: 'mem_dev',
        holdExpiresAt: clock(9, 30),
      })
      expect(await stateOf(space, second)).toBe('waiting')
      space.now = clock(9, 30)
      await space.runJobs()
      expect(await waitOf(space, first)).toMatchObject({ ending: { because: 'missed' } })
      expect(await offerOf(space, second)).toMatchObject({
        state: 'held',
        holdExpiresAt: clock(10),
      })
    }))

  test('[WAIT-11] [D-73] [L-11] desks 12 to 18 on two weekdays: booked as they are freed, after the waits, once a day, up to the price', () =>
    withSpace(makeDatabase, async (space) => {
      const desks = [12, 13, 14].map((number) => `res_desk-${number}`)
      const days = [quietDay, addDays(quietDay, 1), addDays(quietDay, 2)]
      const taken: string[] = []
      for (const date of days) {
        for (const desk of desks) taken.push(await book(space, 'mem_hana', desk, 540, 1020, date))
      }
      const wait = await join(space, 'mem_anton', 'res_desk-12', 540, 1020)
      const order = about(space, 'order.place', {
        ...{ siteId, resourceIds: desks, weekdays: [1, 2], people: 1, stopsAt: 480, count: 2 },
        ...{ from: quietDay, until: addDays(quietDay, 7), span: { from: 540, until: 1020 } },
        ceiling: { amountMinor: 2400, currency: 'EUR' },
      })
      expect(await ask(space, 'mem_dev', order)).toMatchObject({ kind: 'confirmed' })
      const had = async () => (await waitOf(space, waitIdOf(order.id))).standing?.had ?? []
      const cancel = (bookingId: string | undefined) =>
        ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId }))

      await cancel(taken[0])
      expect(await offerOf(space, wait)).toMatchObject({ state: 'held' })
      expect(await had()).toEqual([])
      await cancel(taken[1])
      expect((await had()).map(({ date }) => date)).toEqual([quietDay])
      await cancel(taken[2])
      expect(await had()).toHaveLength(1)
      await cancel(taken[8])
      expect(await had()).toHaveLength(1)
      await cancel(taken[4])
      expect((await had()).map(({ date }) => date)).toEqual([quietDay, days[1]])
      expect(await waitOf(space, waitIdOf(order.id))).toMatchObject({
        state: 'over',
        ending: { because: 'booked' },
      })
    }))

  test('[WAIT-13] [WAIT-12] staff see who waits in turn, and what they take off the list its member reads', () =>
    withSpace(makeDatabase, async (space) => {
      const taken = await book(space, 'mem_hana', room, 840, 900)
      const first = await join(space, 'mem_dev', room, 840, 900)
      const second = await join(space, 'mem_anton', room, 840, 900)
      const { projections } = composeRooms()
      const listed = async () => {
        const name = `requests/${siteId}`
        const sections = await space.storage.transaction((tx) =>
          projections.project(tx, name, space.now),
        )
        const ours = new Set<string>([first, second])
        return readWaiting(must(sections, 'the site is there')).filter((one) =>
          ours.has(one.waitId),
        )
      }
      expect((await listed()).map(({ memberName }) => memberName)).toEqual([
        'Dev Anand',
        'Anton Berg',
      ])
      await ask(space, 'mem_hana', about(space, 'booking.cancel', { bookingId: taken }))
      const off = { waitId: first, reason: 'The board meets there' }
      expect(await ask(space, 'mem_hana', about(space, 'wait.remove', off))).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      await ask(space, 'mem_jonas', about(space, 'wait.remove', off))
      expect(await waitOf(space, first)).toMatchObject({
        ending: { because: 'removed', reason: 'The board meets there' },
      })
      expect(await listed()).toMatchObject([{ waitId: second, offeredUntil: expect.any(Number) }])
    }))
})
