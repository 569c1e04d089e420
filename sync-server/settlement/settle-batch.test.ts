import { expect, test } from 'vitest'
import type { AnyIntent, Intent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { insertClaims, releaseClaims } from '../storage/claims.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inTestSpace, intentOf, type TestSpace } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('wishes that are settled together', (makeDatabase) => {
  const withSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  /** Sends them all before any is settled. */
  async function outcomesOf(space: TestSpace, wishes: readonly (readonly [string, AnyIntent])[]) {
    for (const [member, intent] of wishes) await space.send(member, intent)
    const outcomes = []
    for (const [, intent] of wishes) outcomes.push((await space.outcomeOf(intent)).outcome)
    return outcomes
  }

  test('a place that is booked and given back while others wait goes to the next of them', () =>
    withSpace(async (space) => {
      const ada = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const back = intentOf(now, 'booking.cancel', { bookingId: bookingIdOf(ada.id) })
      const ben = await space.request('mem_anton', 'res_desk-14', quietDay, 540, 1020)
      const chi = await space.request('mem_chidi', 'res_desk-14', quietDay, 600, 660)
      const outcomes = await outcomesOf(space, [
        ['mem_hana', ada],
        ['mem_hana', back],
        ['mem_anton', ben],
        ['mem_chidi', chi],
      ])
      expect(outcomes.map((outcome) => outcome.kind)).toEqual([
        'confirmed',
        'confirmed',
        'confirmed',
        'refused',
      ])
      const booked = await space.storage.read
        .selectFrom('booking')
        .select(['intent_id', 'state'])
        .where('intent_id', 'in', [ada.id, ben.id, chi.id])
        .orderBy('state')
        .execute()
      expect(booked).toEqual([
        { intent_id: ada.id, state: 'cancelled' },
        { intent_id: ben.id, state: 'confirmed' },
      ])
    }))

  test('a second wish of a member for the same place and time is told that it is theirs already', () =>
    withSpace(async (space) => {
      const phone = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const laptop = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const [, second] = await outcomesOf(space, [
        ['mem_hana', phone],
        ['mem_hana', laptop],
      ])
      expect(second).toMatchObject({
        refusal: { reason: 'already-yours', bookingId: bookingIdOf(phone.id) },
      })
    }))

  test('a wish that waits behind a closure is decided with the closure', () =>
    withSpace(async (space) => {
      const before = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 600)
      const closure = intentOf(now, 'closure.add', {
        siteId: 'sit_harbour-loft',
        closureId: 'clo_test',
        name: 'New floor',
        resourceIds: ['res_desk-15'],
        from: { date: quietDay, minute: 0 },
        until: { date: quietDay, minute: 1440 },
        resolutions: {},
      })
      const after = await space.request('mem_hana', 'res_desk-15', quietDay, 540, 600)
      const outcomes = await outcomesOf(space, [
        ['mem_hana', before],
        ['mem_mara', closure],
        ['mem_hana', after],
      ])
      expect(outcomes).toMatchObject([
        { kind: 'confirmed' },
        { kind: 'confirmed' },
        { kind: 'refused' },
      ])
    }))

  test('a wish that cannot be settled is set aside, said aloud, and stops nobody before or after it', () =>
    withSpace(async (space) => {
      const ada = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const torn = await space.request('mem_anton', 'res_desk-16', quietDay, 540, 1020)
      const chi = await space.request('mem_chidi', 'res_desk-15', quietDay, 540, 1020)
      for (const [member, intent] of [
        ['mem_hana', ada],
        ['mem_anton', torn],
        ['mem_chidi', chi],
      ] as const) {
        await space.send(member, intent)
      }
      await space.storage.transaction((tx) =>
        tx.updateTable('intent').set({ record: '{' }).where('id', '=', torn.id).execute(),
      )
      expect((await space.outcomeOf(ada)).outcome.kind).toBe('confirmed')
      expect((await space.outcomeOf(chi)).outcome.kind).toBe('confirmed')
      expect(space.log.splice(0)).toEqual([expect.stringContaining(torn.id)])
    }))

  test('of more than one transaction holds each has its answer in order of arrival, and one that cannot be settled stops none', () =>
    withSpace(async (space) => {
      const waiting = 230
      const [bad, last] = [40, waiting - 1]
      const wishes: AnyIntent[] = []
      for (let n = 0; n < waiting; n += 1) {
        // The last wishes for what the first was given.
        const place = n === last ? 0 : n
        const desk = `res_desk-${String((place % 32) + 1).padStart(2, '0')}`
        const from = 540 + 60 * Math.floor(place / 32)
        const wish = await space.request('mem_hana', desk, quietDay, from, from + 60)
        await space.send(n === last ? 'mem_anton' : 'mem_hana', wish)
        wishes.push(wish)
      }
      const torn = must(wishes[bad], 'it was sent')
      await space.storage.transaction((tx) =>
        tx.updateTable('intent').set({ record: '{' }).where('id', '=', torn.id).execute(),
      )
      expect(await space.settlement.settleWaiting()).toBe(waiting)
      const rows = await space.storage.read
        .selectFrom('intent')
        .select(['id', 'settled'])
        .where('settled_at', 'is not', null)
        .where(
          'id',
          'in',
          wishes.map(({ id }) => id),
        )
        .execute()
      expect(rows).toHaveLength(waiting - 1)
      const refused = rows.filter(({ settled }) => settled?.includes('"refused"'))
      expect(refused.map(({ id }) => id)).toContain(must(wishes[last], 'it was sent').id)
      expect(space.log.splice(0)).toEqual([expect.stringContaining(torn.id)])
    }))

  test('what the rules overlook the engine refuses, and nobody else suffers', () =>
    withSpace(async (space) => {
      const ada = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const back = intentOf(now, 'booking.cancel', { bookingId: bookingIdOf(ada.id) })
      await outcomesOf(space, [
        ['mem_hana', ada],
        ['mem_hana', back],
      ])
      // A claim stands without a booking: as if the rules had overlooked it.
      const { interval } = (ada as Intent<'booking.request'>).body.choice // as it was just made
      const claim = {
        booking_id: bookingIdOf(ada.id),
        resource_id: 'res_desk-14',
        unit: 1,
        starts_at: interval.startsAt,
        ends_at: interval.endsAt,
      }
      await space.storage.transaction((tx) => insertClaims(tx, [claim]))
      const ben = await space.request('mem_anton', 'res_desk-14', quietDay, 600, 660)
      const chi = await space.request('mem_chidi', 'res_desk-15', quietDay, 540, 1020)
      await space.send('mem_anton', ben)
      await space.send('mem_chidi', chi)
      expect((await space.outcomeOf(chi)).outcome.kind).toBe('confirmed')
      expect(space.log.splice(0)).toEqual([expect.stringContaining('ClaimRefused')])
      await space.storage.transaction((tx) => releaseClaims(tx, [claim.booking_id], now))
    }))
})
