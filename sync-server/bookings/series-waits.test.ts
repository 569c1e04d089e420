import { expect, test } from 'vitest'
import type { Recurrence } from '../../domain/bookings/series/recurrence.ts'
import { choiceOfPlace } from '../../domain/bookings/series/series.ts'
import type { ListedOccurrence } from '../../domain/bookings/wishes/series-wish.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOfWait, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { about, ask, book, offerOf, siteId, stateOf, waitOf } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
const place = 'res_desk-12'
/** A Thursday, and eleven more over the end of summer time. */
const first = toLocalDate('2026-10-08')
const on = (number: number) => addDays(first, 7 * (number - 1))
const span = { from: 1080, until: 1140 }
const thursdays: Recurrence = {
  rhythm: { kind: 'weekly', weekdays: [4] },
  every: 1,
  startOn: first,
  end: { kind: 'count', count: 12 },
}

/** The third was taken and is moved to another time, the seventh is taken and waited for, the ninth is closed and left out. */
async function wishOfTwelve(space: TestSpace) {
  const catalogue = must(await loadCatalogue(space.storage.read, siteId), 'the sample')
  const occurrences = Array.from({ length: 12 }, (_, index): ListedOccurrence => {
    const number = index + 1
    if (number === 9) return { kind: 'skip', number }
    const time = number === 3 ? { from: 840, until: 900 } : span
    const where = { resourceId: toId('resource', place), date: on(number), ...time }
    const choice = must(choiceOfPlace(catalogue.zone, where), 'that time is')
    if (number === 7) return { kind: 'wait', number, choice }
    return { kind: 'book', number, choice, quote: money(1_000_000, 'EUR') }
  })
  const what = { siteId, resourceId: place, recurrence: thursdays, span, occurrences }
  const how = { people: 1, note: 'Choir', mode: 'exactly', payWith: 'personal' }
  return intentOf(space.now, 'series.request', { ...what, ...how })
}

onEachEngine('series with waits', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function takenByAnton(space: TestSpace) {
    const bookings = [3, 7].map((number) => book(space, 'mem_anton', place, 1080, 1140, on(number)))
    const wall = (minute: number) => ({ date: on(9), minute })
    const closure = { siteId, closureId: 'clo_choir', name: 'New carpet', resourceIds: null }
    const times = { from: wall(0), until: wall(1440), resolutions: {} }
    await ask(space, 'mem_jonas', about(space, 'closure.add', { ...closure, ...times }))
    return must((await Promise.all(bookings))[1], 'both were booked')
  }

  test('[SERIES-26] [D-16] [B-11] twelve Thursdays, two taken, one closed: ten bookings, one wait and one skip', () =>
    inSpace(async (space) => {
      await takenByAnton(space)
      const wish = await wishOfTwelve(space)
      const outcome = await ask(space, 'mem_ola', wish)
      const answers = outcome.kind === 'series' ? outcome.occurrences : []
      const numbers = (kind: string) =>
        answers.flatMap((one) => (one.kind === kind ? [one.number] : []))
      expect(numbers('booked')).toEqual([1, 2, 3, 4, 5, 6, 8, 10, 11, 12])
      expect([numbers('waiting'), numbers('skipped')]).toEqual([[7], [9]])
      const waitId = toId('wait', `wai_${wish.id.slice(4)}.7`)
      expect(await waitOf(space, waitId)).toMatchObject({ state: 'waiting', memberId: 'mem_ola' })
    }))

  test('[SERIES-26] [B-11] what is won joins the series: it is one of its dates, and goes when all go', () =>
    inSpace(async (space) => {
      const taken = await takenByAnton(space)
      const wish = await wishOfTwelve(space)
      await ask(space, 'mem_ola', wish)
      const tail = wish.id.slice(4)
      const waitId = toId('wait', `wai_${tail}.7`)
      await ask(space, 'mem_anton', about(space, 'booking.cancel', { bookingId: taken }))
      expect(await offerOf(space, waitId)).toMatchObject({
        ...{ id: `bkg_${tail}.7`, state: 'held', note: 'Choir' },
        series: { id: `ser_${tail}`, occurrence: 7, detached: [] },
      })
      const yes = about(space, 'booking.confirm', { bookingId: bookingIdOfWait(waitId) })
      expect(await ask(space, 'mem_ola', yes)).toMatchObject({ kind: 'confirmed' })
      const all = { seriesId: `ser_${tail}`, scope: { kind: 'all' } }
      const bookingIds = [1, 7].map((number) => `bkg_${tail}.${number}`)
      const outcome = await ask(
        space,
        'mem_ola',
        about(space, 'series.cancel', { ...all, bookingIds }),
      )
      expect(outcome).toMatchObject({ occurrences: [{ number: 1 }, { number: 7 }] })
    }))

  test('[SERIES-37] whoever gives the dates of a series back does not wait for them either', () =>
    inSpace(async (space) => {
      await takenByAnton(space)
      const wish = await wishOfTwelve(space)
      await ask(space, 'mem_ola', wish)
      const tail = wish.id.slice(4)
      const waitId = toId('wait', `wai_${tail}.7`)
      const cancel = (occurrence: number, number: number) =>
        ask(
          space,
          'mem_ola',
          about(space, 'series.cancel', {
            seriesId: `ser_${tail}`,
            scope: { kind: 'following', occurrence },
            bookingIds: [`bkg_${tail}.${number}`],
          }),
        )
      await cancel(8, 8)
      expect(await stateOf(space, waitId)).toBe('waiting')
      await cancel(5, 5)
      expect(await waitOf(space, waitId)).toMatchObject({
        state: 'over',
        ending: { because: 'left' },
      })
    }))
})
