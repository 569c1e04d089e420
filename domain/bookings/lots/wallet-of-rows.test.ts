import { expect, test } from 'vitest'
import { quote } from '../../prices/quote.ts'
import { bookingView } from '../booking-view.ts'
import { ada, at, room, span, wish } from '../for-tests.ts'
import { coverOf } from './cover.ts'
import { allowance, lot, makeStory, withAllowances } from './for-tests.ts'
import { leftOf } from './use-of.ts'
import { walletOfRows } from './wallet-of-rows.ts'

const now = at('2026-06-01', 540)
const catalogue = withAllowances(allowance({ amount: 90 }))
const told = { lots: [lot('ever', { amount: 100, usedElsewhere: 40 })], team: null }

test('[LOTS-15] [H-06] what a device foresees without a network is what the space decides, wish after wish', () => {
  const story = makeStory(catalogue, told.lots)
  story.book(room.id, span('2026-06-10', 540, 600), now)
  const wishes = [660, 780, 900].map((from) => span('2026-06-10', from, from + 60))
  const intents = wishes.map((interval) => wish(room, interval))
  const saved = intents.map((intent) => ({ intent, state: 'saved' as const, settled: null }))
  const foreseen = wishes.map((interval, index) => {
    const rows = bookingView({
      ...{ bookings: story.all(), settled: [], series: [], now },
      intents: saved.slice(0, index),
    })
    const wallet = walletOfRows({ catalogue, member: ada, told, rows, now })
    const { price } = quote(catalogue, room, interval, ada.tierId)
    const place = { kind: room.kind, interval, price, payWith: 'personal' as const }
    return coverOf({ catalogue, member: ada, wallet, ...place, had: [], now }).rest
  })
  const decided = wishes.map((interval) => story.book(room.id, interval, now)?.owed)
  expect(foreseen.map(({ amountMinor }) => amountMinor)).toEqual([0, 1100, 2200])
  expect(decided).toEqual(foreseen)
})

test('[LOTS-15] what older bookings and teammates used is not left', () => {
  const [one] = told.lots
  expect(one && leftOf(one, [])).toBe(60)
})
