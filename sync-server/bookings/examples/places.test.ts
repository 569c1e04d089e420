import { expect, test } from 'vitest'
import { toInterval } from '../../../domain/values/interval.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { onEachEngine } from '../../storage/for-tests.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { about, ask, now, siteId } from '../for-tests.ts'
import {
  answer,
  at,
  booked,
  desk,
  inSpace,
  room,
  table,
  wish,
  withMembership,
  withPlace,
} from './for-tests.ts'

const day = '2026-12-15'
const members = 'amina,anton,bruno,carla,chidi,clara,daniel,elena,emil,fatima,felix,freya'
  .split(',')
  .map((one) => `mem_${one}`)

onEachEngine('examples of places', (makeDatabase) => {
  test('[D-01] 09:00 to 13:00 and 13:00 to 18:00 are both confirmed, 12:59 to 18:00 is refused', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPlace(space, desk, {})
      expect(await answer(space, [desk, day, 540, 780])).toBe('confirmed')
      const other = { who: 'mem_anton' }
      expect(await answer(space, [desk, day, 779, 1080], other)).toBe('booked')
      expect(await answer(space, [desk, day, 780, 1080], other)).toBe('confirmed')
    }))

  test('[D-12] a pool of ten takes ten at once and the eleventh not; ten in the morning leave the afternoon free', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPlace(space, table, {})
      for (const who of members.slice(0, 10)) {
        expect(await answer(space, [table, day, 540, 720], { who })).toBe('confirmed')
      }
      const who = members[10] ?? ''
      expect(await answer(space, [table, day, 540, 720], { who })).toBe('pool-full')
      expect(await answer(space, [table, day, 660, 840], { who })).toBe('pool-full')
      expect(await answer(space, [table, day, 720, 840], { who })).toBe('confirmed')
    }))
})

test('[D-12] of a pool of two, one taken 09:00 to 10:00 and one 10:00 to 11:00, no single desk is free from 09:00 to 11:00, and the split is offered', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withPlace(space, table, {}, { mode: { kind: 'pool', units: 2 } })
    const { body } = await space.request('mem_anton', table, toLocalDate(day), 540, 600)
    const units = [
      [1, 540, 600],
      [2, 600, 660],
    ] as const
    for (const [unit, from, until] of units) {
      const own = await space.request('mem_anton', table, toLocalDate(day), from, until)
      const choice = { ...(own.body as { choice: object }).choice, unit } // a booking request
      const wished = about(space, 'booking.request', { ...body, ...own.body, choice })
      expect(await ask(space, 'mem_anton', wished)).toMatchObject({ kind: 'confirmed' })
    }
    const outcome = await wish(space, [table, day, 540, 660])
    expect(outcome).toMatchObject({
      refusal: { reason: 'pool-split', units: 2 },
      alternatives: [
        { choice: { unit: 2, interval: { endsAt: at(`${day}T10:00:00+01:00`) } } },
        { choice: { unit: 1, interval: { startsAt: at(`${day}T10:00:00+01:00`) } } },
        {},
      ],
    })
  }))

test('[D-08] of 14 days of a membership and 7 of a room the 7 count; of buffers of 60 and 120 minutes the 120, for the halves of the hall too', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withMembership(space, { advanceLimits: [{ kind: 'calendar-days', days: 14 }] })
    await withPlace(space, room, { advanceLimits: [{ kind: 'calendar-days', days: 7 }] })
    await withPlace(space, desk, {})
    expect(await answer(space, [room, '2026-12-01', 180, 240])).toBe('confirmed')
    expect(await answer(space, [room, '2026-12-02', 180, 240])).toBe('too-far')
    expect(await answer(space, [desk, '2026-12-08', 180, 240])).toBe('confirmed')
    expect(await answer(space, [desk, '2026-12-09', 180, 240])).toBe('too-far')
    await withMembership(space, { advanceLimits: [] })
    await withPlace(space, 'res_room-drift', { bufferBeforeMinutes: 60, bufferAfterMinutes: 120 })
    await booked(space, ['res_room-drift', day, 540, 600])
    const drift = (from: number) => answer(space, ['res_room-drift', day, from, from + 60])
    expect([await drift(719), await drift(720)]).toEqual(['buffer', 'confirmed'])
    await withPlace(space, 'res_hall', { bufferAfterMinutes: 120 }, { holdMinutes: null })
    await withPlace(space, 'res_hall-north', { bufferAfterMinutes: 60 }, { holdMinutes: null })
    const asStaff = { who: 'mem_mara', forMemberId: 'mem_hana' }
    await booked(space, ['res_hall', day, 540, 600], asStaff)
    const north = (from: number) =>
      answer(space, ['res_hall-north', day, from, from + 60], {
        ...{ who: 'mem_mara', forMemberId: 'mem_anton' },
      })
    expect(await north(719)).not.toBe('confirmed')
    expect(await north(720)).toBe('confirmed')
  }))

test('[D-09] 15 minutes after and 30 before are 30 between, and a booking until closing time needs no room for its own', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    const span = [{ opens: 480, closes: 1080 }]
    const hours = [span, span, span, span, span, span, span] as const
    await withPlace(space, room, { bufferBeforeMinutes: 30, bufferAfterMinutes: 15 }, { hours })
    await booked(space, [room, day, 660, 720])
    expect(await answer(space, [room, day, 749, 780])).toBe('buffer')
    expect(await answer(space, [room, day, 750, 780])).toBe('confirmed')
    expect(await answer(space, [room, day, 1020, 1080])).toBe('confirmed')
    expect(await answer(space, [room, day, 1020, 1081], { who: 'mem_anton' })).toBe('closed')
  }))

test('[D-10] 25 December is closed once each of the three bookings on it is moved, taken back for all of its price, or kept', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    const christmas = '2026-12-25'
    const places = [desk, 'res_desk-15', 'res_desk-16']
    const ids: string[] = []
    for (const place of places) {
      await withPlace(space, place, {})
      ids.push((await booked(space, [place, christmas, 540, 600])).id)
    }
    const [moved = '', refunded = '', kept = ''] = ids
    const closure = {
      ...{ siteId, closureId: 'clo_xmas', name: 'Christmas', resourceIds: places },
      ...{ from: { date: christmas, minute: 0 }, until: { date: christmas, minute: 1440 } },
    }
    const close = (resolutions: object) =>
      ask(space, 'mem_mara', about(space, 'closure.add', { ...closure, resolutions }))
    expect(await close({})).toMatchObject({ kind: 'refused' })
    expect((await findBooking(space.storage.read, refunded))?.state).toBe('confirmed')
    const { body } = await space.request('mem_hana', desk, toLocalDate('2026-12-28'), 540, 600)
    const { choice } = body as { choice: object } // a booking request
    const resolutions = {
      [moved]: { kind: 'move', choice },
      [refunded]: { kind: 'cancel' },
      [kept]: { kind: 'keep' },
    }
    expect(await close(resolutions)).toMatchObject({ kind: 'confirmed' })
    const stand = async (id: string) => findBooking(space.storage.read, id)
    expect(await stand(moved)).toMatchObject({ wall: { start: { date: '2026-12-28' } } })
    expect(await stand(refunded)).toMatchObject({ state: 'cancelled', owed: { amountMinor: 0 } })
    expect(await stand(kept)).toMatchObject({ state: 'confirmed', owed: { amountMinor: 400 } })
  }))

test('[D-11] a wish that was queued for a desk out of use meanwhile falls to the next, and without one says why', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    const queued = async (fallbacks: readonly unknown[]) =>
      space.request('mem_hana', desk, toLocalDate(day), 540, 600, { fallbacks })
    const next = await space.request('mem_hana', 'res_desk-15', toLocalDate(day), 540, 600)
    const { choice } = next.body as { choice: object } // a booking request
    const [withNext, alone] = [await queued([choice]), await queued([])]
    const closure = {
      ...{ siteId, closureId: 'clo_lamp', name: 'Lamp', resourceIds: [desk], resolutions: {} },
      ...{ from: { date: day, minute: 0 }, until: { date: day, minute: 1440 } },
    }
    await ask(space, 'mem_mara', about(space, 'closure.add', closure))
    expect(await ask(space, 'mem_hana', withNext)).toMatchObject({ kind: 'confirmed', choice: 1 })
    expect(await ask(space, 'mem_hana', alone)).toMatchObject({ refusal: { reason: 'blocked' } })
  }))

test('[D-14] a room for six refuses a host with six guests and takes one with five', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    const host = (guests: number) => answer(space, [room, day, 540, 600], { people: guests + 1 })
    expect([await host(6), await host(5)]).toEqual(['capacity', 'confirmed'])
  }))

test('[D-18] a series by the week of bookings that last eight days is refused: it would overlap itself', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withPlace(space, desk, { maxMinutes: 9 * 1440 })
    const span = { from: 540, until: 540 + 8 * 1440 }
    const series = about(space, 'series.request', {
      ...{ siteId, resourceId: desk, span, people: 1, note: '', mode: 'exactly' },
      ...{ payWith: 'personal', occurrences: await eightDays(space) },
      recurrence: {
        ...{ rhythm: { kind: 'weekly', weekdays: [2] }, every: 1, startOn: day },
        end: { kind: 'count', count: 2 },
      },
    })
    expect(await ask(space, 'mem_hana', series)).toMatchObject({
      refusal: { reason: 'series-overlap' },
    })
  }))

async function eightDays(space: TestSpace) {
  const wished = [day, '2026-12-22'].map(async (date, index) => {
    const { body } = await space.request('mem_hana', desk, toLocalDate(date), 540, 600)
    const { choice, quote } = body as { choice: { interval: { startsAt: number } }; quote: object }
    const { startsAt } = choice.interval
    const interval = toInterval(startsAt, startsAt + 8 * 86_400_000)
    return { kind: 'book', number: index + 1, choice: { ...choice, interval }, quote }
  })
  return Promise.all(wished)
}
