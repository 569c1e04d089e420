import { expect, test } from 'vitest'
import type { Rollover } from '../../memberships/allowance.ts'
import type { Membership } from '../../memberships/membership.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { ada, at, room, span } from '../for-tests.ts'
import { allowance, makeStory, withAllowances } from './for-tests.ts'
import { emptyWallet } from './lot.ts'
import { cameOver, planLotsOf } from './plan-lots.ts'
import { leftOf } from './use-of.ts'

const rollover = (more: Partial<Rollover> = {}): Rollover => ({
  ...{ periods: 2, amountMax: null, from: toLocalDate('2026-01-01') },
  ...more,
})
const sixHours = (more: Partial<Rollover> = {}) =>
  withAllowances(allowance({ rollover: rollover(more) }))

/** What is left for a booking of that day, by the month it was given for: "2026-10 180". */
function leftOn(catalogue: ReturnType<typeof sixHours>, date: string, wallet = emptyWallet) {
  return planLotsOf({ catalogue, member: ada, wallet }, at(date, 600)).map(
    (lot) => `${lot.dates.from.slice(0, 7)} ${leftOf(lot, wallet.uses)}`,
  )
}

test('[LOTS-20] [P-11] three hours of October are good until 31 December, and used first', () => {
  const catalogue = sixHours({ from: toLocalDate('2026-10-01') })
  const story = makeStory(catalogue, [])
  story.book(room.id, span('2026-10-12', 540, 720), at('2026-10-10', 600))
  expect(leftOn(catalogue, '2026-11-02', story.wallet())).toEqual(['2026-10 180', '2026-11 360'])
  const late = planLotsOf({ catalogue, member: ada, wallet: story.wallet() }, at('2026-12-31', 600))
  expect(late.map(({ expiresAt }) => expiresAt)).toEqual([
    at('2027-01-01', 0),
    at('2027-02-01', 0),
    at('2027-03-01', 0),
  ])
  const none = leftOn(catalogue, '2027-01-01', story.wallet())
  expect(none).toEqual(['2026-11 360', '2026-12 360', '2027-01 360'])
  const used = story.book(room.id, span('2026-12-30', 540, 780), at('2026-12-29', 600))
  expect(used?.covered.map(({ lot, amount }) => `${lot.id} ${amount}`)).toEqual([
    'lot_ada.rooms.2026-10-01 180',
    'lot_ada.rooms.2026-11-01 60',
  ])
})

test('[LOTS-20] at most so much of a period comes over, and in its own period all of it is there', () => {
  const catalogue = sixHours({ periods: 1, amountMax: 120 })
  const story = makeStory(catalogue, [])
  expect(leftOn(catalogue, '2026-11-02', story.wallet())).toEqual(['2026-10 120', '2026-11 360'])
  const first = story.book(room.id, span('2026-11-03', 540, 600), at('2026-11-02', 600))
  expect(first?.covered[0]?.lot.id).toBe('lot_ada.rooms.2026-10-01')
  expect(leftOn(catalogue, '2026-11-04', story.wallet())).toEqual(['2026-10 60', '2026-11 360'])
  expect(leftOn(catalogue, '2026-10-31', story.wallet()).at(-1)).toBe('2026-10 300')
})

test('[LOTS-20] what was given before it was said is gone as it was', () => {
  const catalogue = sixHours({ from: toLocalDate('2026-10-02') })
  expect(leftOn(catalogue, '2026-11-02')).toEqual(['2026-11 360'])
  expect(leftOn(catalogue, '2026-12-02')).toEqual(['2026-11 360', '2026-12 360'])
})

test('[LOTS-20] who joined has nothing from before, and a pause at the end of a month loses nothing of it', () => {
  const catalogue = sixHours({ periods: 1 })
  const membership: Membership = {
    ...{ id: toId('membership', 'msh_1'), siteId: catalogue.site.id, changes: [] },
    ...{ tierId: ada.tierId ?? toId('tier', 'tie_none'), startsOn: toLocalDate('2026-10-16') },
  }
  const lots = (one: Membership, date: string) =>
    planLotsOf(
      { catalogue, member: { ...ada, memberships: [one] }, wallet: emptyWallet },
      at(date, 600),
    ).map(({ amount }) => amount)
  expect(lots(membership, '2026-10-20')).toEqual([186])
  expect(lots(membership, '2026-11-20')).toEqual([186, 360])
  const terms = { daysMax: 60, priceMinor: 0, keepsPasses: false }
  const paused: Membership = {
    ...membership,
    changes: [
      {
        ...{ id: toId('intent', 'bki_p'), kind: 'pause', terms, reason: '', cost: null },
        ...{ madeBy: 'member', madeOn: toLocalDate('2026-10-20') },
        ...{ on: toLocalDate('2026-10-28'), until: toLocalDate('2026-11-11') },
      },
    ],
  }
  expect(lots(paused, '2026-11-20')).toEqual([140, 240])
})

test('[LOTS-20] what came over is told apart from what the period gives', () => {
  const asked = { catalogue: sixHours({ periods: 1 }), member: ada, wallet: emptyWallet }
  const today = toLocalDate('2026-11-02')
  const told = planLotsOf(asked, at('2026-11-02', 600)).map((lot) => cameOver(lot, today) !== null)
  expect(told).toEqual([true, false])
})
