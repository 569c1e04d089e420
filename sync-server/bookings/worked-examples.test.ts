/** Examples of the rules that are told in a sentence, through the whole settlement. */
import { expect, test } from 'vitest'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInterval } from '../../domain/values/interval.ts'
import type { TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { about, ask, clock, quietDay, siteId, withSpace } from './for-tests.ts'

onEachEngine('worked examples', (makeDatabase) => {
  const choiceOf = async (space: TestSpace, place: string, from: number, until: number) => {
    const catalogue = must(await loadCatalogue(space.storage.read, siteId), 'the sample')
    const interval = toInterval(clock(0, from), clock(0, until))
    return choiceAt(catalogue, toId('resource', place), interval)
  }

  test('[D-62] [B-08] A wished at 7:00 and B at 7:05; B arrives first and has it, A gets the first fall-back', () =>
    withSpace(makeDatabase, async (space) => {
      const fallback = await choiceOf(space, 'res_desk-16', 540, 1020)
      const more = { fallbacks: [fallback] }
      space.now = clock(7)
      const hers = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020, more)
      space.now = clock(7, 5)
      const his = await space.request('mem_dev', 'res_desk-14', quietDay, 540, 1020)
      expect(await ask(space, 'mem_dev', his)).toMatchObject({ kind: 'confirmed', choice: 0 })
      expect(await ask(space, 'mem_hana', hers)).toMatchObject({ kind: 'confirmed', choice: 1 })
    }))

  test('[D-20] the morning at the long table, then the day: what is owed is the day', () =>
    withSpace(makeDatabase, async (space) => {
      const morning = await space.request('mem_hana', 'res_flex', quietDay, 480, 780)
      const booked = await ask(space, 'mem_hana', morning)
      const id = must('bookingId' in booked ? booked.bookingId : null, JSON.stringify(booked))
      const choice = await choiceOf(space, 'res_flex', 480, 1200)
      const quote = { amountMinor: 1_000_000, currency: 'EUR' }
      const longer = about(space, 'booking.change', { bookingId: id, choice, quote, ceiling: null })
      expect(await ask(space, 'mem_hana', longer)).toMatchObject({ kind: 'confirmed' })
      const whole = await space.request('mem_dev', 'res_flex', quietDay, 480, 1200)
      const day = await ask(space, 'mem_dev', whole)
      const { owed } = must(await findBooking(space.storage.read, id), 'it stands')
      expect(owed).toEqual('price' in day ? day.price : null)
      expect('price' in booked ? (booked.price?.amountMinor ?? 0) : 0).toBeLessThan(
        owed.amountMinor,
      )
    }))
})
