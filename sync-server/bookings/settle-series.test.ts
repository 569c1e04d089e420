import { expect, test } from 'vitest'
import type { Recurrence } from '../../domain/bookings/series/recurrence.ts'
import { choiceOfPlace, type Series } from '../../domain/bookings/series/series.ts'
import type { Outcome } from '../../domain/bookings/wishes/outcome.ts'
import type { ListedOccurrence, SeriesMode } from '../../domain/bookings/wishes/series-wish.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
/** Mondays over the end of summer time, within every limit. */
const monday = addDays(mondayOf(toLocalDate('2026-10-05')), 7)
const mondays: Recurrence = {
  rhythm: { kind: 'weekly', weekdays: [1] },
  every: 1,
  startOn: monday,
  end: { kind: 'count', count: 3 },
}
const span = { from: 1080, until: 1140 }

async function seriesWish(
  space: TestSpace,
  { mode = 'exactly' as SeriesMode, resource = 'res_room-anchor', quote = 1_000_000 } = {},
) {
  const catalogue = must(await loadCatalogue(space.storage.read, 'sit_harbour-loft'), 'the sample')
  const resourceId = toId('resource', resource)
  const occurrences = [0, 7, 14].map((days, index): ListedOccurrence => {
    const place = { resourceId, date: addDays(monday, days), ...span }
    const choice = must(choiceOfPlace(catalogue.zone, place), 'that time is')
    return { kind: 'book', number: index + 1, choice, quote: money(quote, 'EUR') }
  })
  const body = { siteId: catalogue.site.id, resourceId, recurrence: mondays, span }
  return intentOf(space.now, 'series.request', {
    ...body,
    ...{ people: 2, note: '', occurrences, mode },
  })
}

onEachEngine('series', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function bookedDates(space: TestSpace, intentId: string): Promise<readonly LocalDate[]> {
    const rows = await space.storage.read
      .selectFrom('booking')
      .select('body')
      .where('intent_id', '=', intentId)
      .orderBy('starts_at')
      .execute()
    return rows.map(({ body }) => JSON.parse(body).wall.start.date as LocalDate) // written by us alone
  }

  test('[SERIES-20] [D-03] a series is booked as it was listed, at one wall time through a clock change', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space)
      await space.send('mem_hana', wish)
      const settled = await space.outcomeOf(wish)
      expect(settled).toMatchObject({
        siteId: 'sit_harbour-loft',
        people: 2,
        outcome: {
          kind: 'series',
          occurrences: [1, 2, 3].map((number) => ({ number, kind: 'booked' })),
        },
      })
      expect(await bookedDates(space, wish.id)).toEqual(
        [0, 7, 14].map((days) => addDays(monday, days)),
      )
      const [row] = await space.storage.read.selectFrom('series').select(['body']).execute()
      const series = JSON.parse(row?.body ?? '{}') as Series // written by us alone
      expect(series).toMatchObject({ intentId: wish.id, memberId: 'mem_hana', recurrence: mondays })
    }))

  test('[SERIES-20] [B-13] two people want the same Mondays in one batch: one has them all, the other none', () =>
    inSpace(async (space) => {
      const first = await seriesWish(space)
      const second = await seriesWish(space)
      await space.send('mem_hana', first)
      await space.send('mem_anton', second)
      expect((await space.outcomeOf(first)).outcome.kind).toBe('series')
      expect((await space.outcomeOf(second)).outcome).toMatchObject({
        kind: 'refused',
        refusal: {
          reason: 'preview-changed',
          total: 3,
          changed: [{ number: 1 }, { number: 2 }, { number: 3 }],
        },
      })
      expect(await bookedDates(space, second.id)).toEqual([])
    }))

  test('[SERIES-36] a date that cannot come back is told beside its series', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space)
      await space.send('mem_hana', wish)
      const { outcome } = await space.outcomeOf(wish)
      const seriesId = must(outcome.kind === 'series' ? outcome.seriesId : null, 'it is booked')
      const listed = 'occurrences' in wish.body ? wish.body.occurrences : []
      const occurrences = listed.filter((one) => one.kind === 'book').slice(0, 1)
      const restore = intentOf(space.now, 'series.restore', { seriesId, occurrences })
      await space.send('mem_hana', restore)
      expect(await space.outcomeOf(restore)).toMatchObject({
        aboutSeries: seriesId,
        outcome: { kind: 'refused', refusal: { reason: 'already-yours' } },
      })
    }))

  test('[SERIES-21] one Monday is taken: "only all" gets none of them, "what you can get" the others', () =>
    inSpace(async (space) => {
      const other = await space.request(
        'mem_anton',
        'res_room-anchor',
        addDays(monday, 7),
        1080,
        1140,
      )
      await space.send('mem_anton', other)
      const outcomes: Outcome[] = []
      for (const mode of ['exactly', 'what-can-be-had'] as const) {
        const wish = await seriesWish(space, { mode })
        await space.send('mem_hana', wish)
        outcomes.push((await space.outcomeOf(wish)).outcome)
      }
      expect(outcomes).toMatchObject([
        { refusal: { total: 3, changed: [{ number: 2, refusal: { reason: 'booked' } }] } },
        {
          kind: 'series',
          occurrences: [{ kind: 'booked' }, { kind: 'refused' }, { kind: 'booked' }],
        },
      ])
    }))

  test('[SERIES-22] [D-53] a price that was not shown is not taken', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space, { quote: 1 })
      await space.send('mem_hana', wish)
      expect((await space.outcomeOf(wish)).outcome).toMatchObject({
        refusal: { reason: 'preview-changed', changed: [{ kind: 'dearer' }, {}, {}] },
      })
    }))

  test('[SERIES-30] [B-12] cancelled from one date on, the others keep id, price and state', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space)
      await space.send('mem_hana', wish)
      await space.outcomeOf(wish)
      const tail = wish.id.slice(4)
      const bookingIds = [2, 3].map((number) => `bkg_${tail}.${number}`)
      const scope = { kind: 'following', occurrence: 2 }
      const cancel = (who: string) => {
        const body = { seriesId: `ser_${tail}`, scope, bookingIds }
        return { who, intent: intentOf(space.now, 'series.cancel', body) }
      }
      const before = await statesOf(space, wish.id)
      const stranger = cancel('mem_anton')
      await space.send(stranger.who, stranger.intent)
      expect((await space.outcomeOf(stranger.intent)).outcome).toMatchObject({
        refusal: { reason: 'unknown-series' },
      })
      expect(await statesOf(space, wish.id)).toEqual(before)
      const own = cancel('mem_hana')
      await space.send(own.who, own.intent)
      expect((await space.outcomeOf(own.intent)).outcome).toMatchObject({
        kind: 'series',
        occurrences: [
          { number: 2, kind: 'cancelled' },
          { number: 3, kind: 'cancelled' },
        ],
      })
      const after = await statesOf(space, wish.id)
      expect(after).toEqual([before[0], 'cancelled', 'cancelled'])
      // What they held can be had again.
      const again = await space.request(
        'mem_anton',
        'res_room-anchor',
        addDays(monday, 7),
        1080,
        1140,
      )
      await space.send('mem_anton', again)
      expect((await space.outcomeOf(again)).outcome.kind).toBe('confirmed')
    }))

  test('[SERIES-32] [SERIES-33] [D-17] the second is moved alone, then all go to another room, and it keeps its time', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space)
      await space.send('mem_hana', wish)
      await space.outcomeOf(wish)
      const id = (number: number) => `bkg_${wish.id.slice(4)}.${number}`
      const catalogue = must(
        await loadCatalogue(space.storage.read, 'sit_harbour-loft'),
        'the sample',
      )
      const choice = (resource: string, week: number, from: number) => {
        const date = addDays(monday, 7 * week)
        const place = { resourceId: toId('resource', resource), date, from, until: from + 60 }
        return must(choiceOfPlace(catalogue.zone, place), 'that time is')
      }
      const quote = money(1_000_000, 'EUR')
      const move = intentOf(space.now, 'booking.change', {
        ...{ bookingId: id(2), choice: choice('res_room-anchor', 1, 1200), quote, ceiling: null },
      })
      await space.send('mem_hana', move)
      expect((await space.outcomeOf(move)).outcome.kind).toBe('confirmed')
      const change = intentOf(space.now, 'series.change', {
        seriesId: `ser_${wish.id.slice(4)}`,
        scope: { kind: 'all' },
        edit: { span: null, resourceId: 'res_room-beacon' },
        bookings: [1080, 1200, 1080].map((from, week) => {
          return { bookingId: id(week + 1), choice: choice('res_room-beacon', week, from), quote }
        }),
      })
      await space.send('mem_hana', change)
      expect((await space.outcomeOf(change)).outcome).toMatchObject({
        kind: 'series',
        occurrences: [{ kind: 'changed' }, { kind: 'changed' }, { kind: 'changed' }],
      })
      const rows = await space.storage.read
        .selectFrom('booking')
        .select(['id', 'resource_id', 'body'])
        .where('intent_id', '=', wish.id)
        .orderBy('id')
        .execute()
      expect(
        rows.map((row) => [row.id, row.resource_id, JSON.parse(row.body).wall.start.minute]),
      ).toEqual([
        [id(1), 'res_room-beacon', 1080],
        [id(2), 'res_room-beacon', 1200],
        [id(3), 'res_room-beacon', 1080],
      ])
    }))

  test('[SERIES-34] [B-11] a cancelled date comes back under the wish that brought it, for its own member alone', () =>
    inSpace(async (space) => {
      const wish = await seriesWish(space)
      await space.send('mem_hana', wish)
      await space.outcomeOf(wish)
      const tail = wish.id.slice(4)
      const seriesId = `ser_${tail}`
      const scope = { kind: 'this', occurrence: 2 }
      const cancel = intentOf(space.now, 'series.cancel', {
        seriesId,
        scope,
        bookingIds: [`bkg_${tail}.2`],
      })
      await space.send('mem_hana', cancel)
      await space.outcomeOf(cancel)
      const { occurrences } = wish.kind === 'series.request' ? wish.body : { occurrences: [] }
      const body = { seriesId, occurrences: occurrences.filter(({ number }) => number === 2) }
      const outcomes: Outcome[] = []
      for (const who of ['mem_anton', 'mem_hana', 'mem_hana']) {
        const restore = intentOf(space.now, 'series.restore', body)
        await space.send(who, restore)
        outcomes.push((await space.outcomeOf(restore)).outcome)
      }
      expect(outcomes).toMatchObject([
        { refusal: { reason: 'unknown-series' } },
        { kind: 'series', seriesId, occurrences: [{ number: 2, kind: 'booked' }] },
        { refusal: { reason: 'already-yours' } },
      ])
    }))
})

/** The first as it is, the others by their state. */
async function statesOf(space: TestSpace, intentId: string): Promise<readonly string[]> {
  const rows = await space.storage.read
    .selectFrom('booking')
    .select(['state', 'body'])
    .where('intent_id', '=', intentId)
    .orderBy('starts_at')
    .execute()
  return rows.map(({ state, body }, index) => (index === 0 ? body : state))
}
