import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inTestSpace, intentOf, type TestSpace } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('settlement', (makeDatabase) => {
  const withSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  test('[B-03] of two wishes for one desk the first to arrive is booked, the other is told why and offered three others', () =>
    withSpace(async (space) => {
      const ada = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const ben = await space.request('mem_anton', 'res_desk-14', quietDay, 600, 660)
      await space.send('mem_hana', ada)
      await space.send('mem_anton', ben)
      expect((await space.outcomeOf(ada)).outcome).toMatchObject({ kind: 'confirmed', choice: 0 })
      const refused = (await space.outcomeOf(ben)).outcome
      expect(refused).toMatchObject({ kind: 'refused', refusal: { reason: 'booked' } })
      expect(refused.kind === 'refused' && refused.alternatives).toHaveLength(3)
    }))

  test('[B-06] the same wish sent five times has one outcome and one booking', () =>
    withSpace(async (space) => {
      const wish = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      for (let time = 0; time < 5; time += 1) await space.send('mem_hana', wish)
      const first = await space.outcomeOf(wish)
      await space.send('mem_hana', wish)
      expect(await space.outcomeOf(wish)).toEqual(first)
      const rows = await space.storage.read
        .selectFrom('booking')
        .select('id')
        .where('intent_id', '=', wish.id)
        .execute()
      expect(rows).toHaveLength(1)
    }))

  test('[B-34] a hold that is not confirmed lapses and its place is free again', () =>
    withSpace(async (space) => {
      const hall = await space.request('mem_hana', 'res_hall', quietDay, 600, 720)
      await space.send('mem_hana', hall)
      const held = (await space.outcomeOf(hall)).outcome
      expect(held).toMatchObject({ kind: 'held' })
      space.now = toInstant(space.now + 11 * 60_000)
      const bookingId = held.kind === 'held' ? held.bookingId : ''
      const late = intentOf(space.now, 'booking.confirm', { bookingId })
      await space.send('mem_hana', late)
      expect((await space.outcomeOf(late)).outcome).toMatchObject({
        kind: 'refused',
        refusal: { reason: 'hold-expired' },
      })
    }))

  test("[D-34] somebody else's booking cannot be cancelled and its id tells nothing", () =>
    withSpace(async (space) => {
      const ada = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      await space.send('mem_hana', ada)
      const { outcome } = await space.outcomeOf(ada)
      const bookingId = outcome.kind === 'confirmed' ? outcome.bookingId : ''
      const theft = intentOf(space.now, 'booking.cancel', { bookingId })
      const nothing = intentOf(space.now, 'booking.cancel', { bookingId: 'bkg_nothing' })
      await space.send('mem_anton', theft)
      await space.send('mem_anton', nothing)
      expect((await space.outcomeOf(theft)).outcome).toEqual(
        (await space.outcomeOf(nothing)).outcome,
      )
      const own = intentOf(space.now, 'booking.cancel', { bookingId })
      await space.send('mem_hana', own)
      expect((await space.outcomeOf(own)).outcome.kind).toBe('confirmed')
    }))

  test('a record that is no wish is answered and does not stop the others', () =>
    withSpace(async (space) => {
      const odd = { ...intentOf(space.now, 'booking.cancel', { bookingId: 7 }) }
      const fine = await space.request('mem_hana', 'res_desk-15', quietDay, 540, 1020)
      await space.send('mem_hana', odd)
      await space.send('mem_hana', fine)
      expect((await space.outcomeOf(odd)).outcome).toMatchObject({
        kind: 'refused',
        refusal: { reason: 'malformed' },
      })
      expect((await space.outcomeOf(fine)).outcome.kind).toBe('confirmed')
    }))
})
