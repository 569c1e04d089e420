import { expect, test } from 'vitest'
import { allowance } from '../../../domain/bookings/lots/for-tests.ts'
import { usualPasses } from '../../../domain/sites/pass-offer.ts'
import type { TestSpace } from '../../settlement/for-tests.ts'
import {
  booked,
  desk,
  inSpace,
  room,
  usesOf,
  withLot,
  withMembership,
  withPlace,
  withRateRow,
  withSite,
} from './for-tests.ts'

const day = '2026-12-15'

test('[D-21] in at 09:00, out at 13:00, in at 14:00, out at 01:30 is one pass; after the cut-off at 03:00 it is another', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withPlace(space, desk, {})
    await withSite(space, { passes: { ...usualPasses, dayEndsAtMinute: 180 } })
    await withLot(space, 'ten', { kinds: ['hot-desk'], unit: 'days', amount: 10 })
    const morning = await booked(space, [desk, day, 540, 780])
    const again = await booked(space, [desk, day, 840, 1440 + 90])
    const night = await booked(space, [desk, '2026-12-16', 90, 180])
    const next = await booked(space, [desk, '2026-12-16', 180, 240])
    for (const one of [morning, again, night]) {
      expect(one.owed.amountMinor).toBe(0)
      expect(usesOf(one)).toEqual([['lot_ten', 1, day]])
      expect(one.covered[0]?.day?.nth).toBe(morning.covered[0]?.day?.nth)
    }
    expect(usesOf(next)).toEqual([['lot_ten', 1, '2026-12-16']])
  }))

test('[D-22] a session of 10 minutes uses or costs 15, and one of 46 uses or costs 60', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withPlace(space, room, {})
    await withLot(space, 'rooms', { amount: 600 })
    expect(usesOf(await booked(space, [room, day, 540, 550]))).toEqual([['lot_rooms', 15, null]])
    expect(usesOf(await booked(space, [room, day, 600, 646]))).toEqual([['lot_rooms', 60, null]])
    const paid = async (from: number, until: number) =>
      (await booked(space, [room, day, from, until], { payWith: 'money' })).price.amountMinor
    expect([await paid(700, 710), await paid(720, 766)]).toEqual([550, 2200])
  }))

/** Of bookings of a desk on each date, and of one beside the last, which are paid in money. */
async function paidOf(space: TestSpace, dates: readonly string[]): Promise<readonly string[]> {
  const asked = [
    ...dates.map((date) => [desk, date] as const),
    ['res_desk-15', dates.at(-1) ?? ''] as const,
  ]
  const paid: string[] = []
  for (const [place, date] of asked) {
    const { owed } = await booked(space, [place, date, 240, 300])
    if (owed.amountMinor > 0) paid.push(`${place} ${date}`)
  }
  return paid
}

async function joined(space: TestSpace, tier_since: string): Promise<void> {
  const update = space.storage.write.updateTable('member').set({ tier_since })
  await update.where('id', '=', 'mem_hana').execute()
  for (const place of [desk, 'res_desk-15']) await withPlace(space, place, {})
}

const december = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => `2026-12-${from + index}`)

test('[D-26] who joins on Wednesday has three of five passes a week, and five the week after', () =>
  inSpace('2026-12-08T09:00:00+01:00', async (space) => {
    const spans = [{ opens: 0, closes: 1440 }]
    await withSite(space, { hours: [spans, spans, spans, spans, spans, [], []] })
    const passes = allowance({ kinds: ['hot-desk'], unit: 'days', amount: 5, per: 'week' })
    await withMembership(space, { allowances: [passes] })
    await joined(space, '2026-12-16')
    expect(await paidOf(space, december(16, 18))).toEqual(['res_desk-15 2026-12-18'])
    expect(await paidOf(space, december(21, 25))).toEqual(['res_desk-15 2026-12-25'])
  }))

test('[D-26] thirty passes a month from the 20th, joined on the 10th, are ten until then', () =>
  inSpace('2026-04-02T09:00:00+02:00', async (space) => {
    const monthly = { amount: 30, per: 'month', startsOnDay: 20 } as const
    const passes = allowance({ kinds: ['hot-desk'], unit: 'days', ...monthly })
    await withMembership(space, { allowances: [passes] })
    await joined(space, '2026-04-10')
    const dates = Array.from({ length: 10 }, (_, index) => `2026-04-${10 + index}`)
    expect(await paidOf(space, dates)).toEqual(['res_desk-15 2026-04-19'])
    expect((await booked(space, [desk, '2026-04-20', 240, 300])).owed.amountMinor).toBe(0)
  }))

test('[D-72] a place’s own rate before that of its kind, and 16:00 to 20:00 is two hours of the day and two of the evening', () =>
  inSpace('2026-11-24T09:00:00+01:00', async (space) => {
    await withPlace(space, room, {})
    const evening = { weekdays: [1, 2, 3, 4, 5], from: 1080, until: 1320 } as const
    const common = { kind: 'meeting-room', dayMinor: null, hours: evening } as const
    await withRateRow(space, { ...common, id: 'rat_evening', hourMinor: 1100 })
    const priceOf = async (place: string, from: number, until: number) =>
      (await booked(space, [place, day, from, until])).price.amountMinor
    expect(await priceOf(room, 960, 1200)).toBe(2 * 2200 + 2 * 1100)
    await withRateRow(space, { ...common, id: 'rat_dear', hourMinor: 1900, priority: 1 })
    expect(await priceOf(room, 1200, 1260)).toBe(1900)
    await withRateRow(space, { ...common, id: 'rat_less', hourMinor: 900, priority: 1 })
    expect(await priceOf(room, 1260, 1320)).toBe(900)
    await withPlace(space, 'res_room-ebb', {})
    expect(await priceOf('res_room-ebb', 1080, 1140)).toBe(3600)
  }))
