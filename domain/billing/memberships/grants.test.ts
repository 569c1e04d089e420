import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, at, harbour, hotDesk } from '../../bookings/for-tests.ts'
import { frozenLots } from '../../bookings/lots/frozen-lots.ts'
import { emptyWallet, type KnownLot } from '../../bookings/lots/lot.ts'
import { planLotsOf } from '../../bookings/lots/plan-lots.ts'
import type { Allowance } from '../../memberships/allowance.ts'
import type { Membership } from '../../memberships/membership.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { addDays } from '../../values/local-date.ts'
import { zero } from '../../values/money.ts'
import { day, hotMembership } from '../for-tests.ts'
import { changed, dear, freePause, made, pausedFor } from './for-tests.ts'

const rooms: Allowance = {
  ...{ id: 'rooms', kinds: ['meeting-room'], unit: 'minutes', amount: 600 },
  ...{ per: 'month', startsOnDay: 1, rollover: null },
}
const catalogue: Catalogue = {
  ...harbour,
  tiers: [
    { ...hotDesk, allowances: [rooms] },
    { ...hotDesk, id: dear, allowances: [{ ...rooms, amount: 1200 }] },
  ],
}

const lotsOn = (memberships: readonly Membership[], date: string) =>
  planLotsOf({ catalogue, member: { ...ada, memberships }, wallet: emptyWallet }, at(date, 600))
const amountsOn = (memberships: readonly Membership[], date: string) =>
  lotsOn(memberships, date).map(({ amount }) => amount)

const upgrade = made('tier', 'up', '2026-06-16', { tierId: dear, on: day('2026-06-16') })
const pause = pausedFor('p', '2026-06-01', '2026-06-11', '2026-06-21')

test('[TERMS-12] [D-26] a plan that begins within a month gives its share of the rest, as a lot of its own', () => {
  const story = [changed(upgrade)]
  expect(amountsOn(story, '2026-06-15')).toEqual([600])
  expect(amountsOn(story, '2026-06-16')).toEqual([600])
  expect(lotsOn(story, '2026-06-15')[0]?.id).not.toBe(lotsOn(story, '2026-06-16')[0]?.id)
  expect(amountsOn(story, '2026-07-01')).toEqual([1200])
})

test('[TERMS-12] [D-70] days of a pause give nothing, and in it there is nothing', () => {
  expect(amountsOn([changed(pause)], '2026-06-05')).toEqual([400])
  expect(amountsOn([changed(pause)], '2026-06-15')).toEqual([])
  expect(amountsOn([changed(pause)], '2026-07-05')).toEqual([600])
})

test('[TERMS-12] [P-07] what stands beside the first gives its own', () => {
  const second = hotMembership({ id: toId('membership', 'msh_2'), tierId: dear })
  expect(amountsOn([hotMembership(), second], '2026-06-05')).toEqual([600, 1200])
  const ids = lotsOn([hotMembership(), second], '2026-06-05').map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
})

test('[TERMS-12] it is never less than nothing, nor more than the plan includes', () => {
  const days = fc.integer({ min: -20, max: 60 }).map((days) => addDays(day('2026-06-01'), days))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 80 }), days, days, (from, length, up, date) => {
      const story = changed(
        made('pause', 'p', '2026-05-01', {
          ...{ on: from, until: addDays(from, length), terms: freePause },
        }),
        made('tier', 'u', '2026-05-01', { tierId: dear, on: up }),
      )
      for (const amount of amountsOn([story], date)) {
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(1200)
      }
    }),
  )
})

const pass: KnownLot = {
  ...{ id: toId('lot', 'lot_1'), siteId: harbour.site.id, name: '', reason: '' },
  holder: { kind: 'member', memberId: ada.id },
  ...{ kinds: ['hot-desk'], unit: 'days', amount: 5, source: 'purchase' },
  ...{ validFrom: at('2026-06-01', 0), expiresAt: at('2026-07-01', 0) },
  ...{ owed: zero('EUR'), usedElsewhere: 0 },
}

test('[TERMS-13] [D-70] a pause of ten days moves the last day of a pass by ten, or not, as the terms say', () => {
  const frozenBy = (one: typeof pause) =>
    frozenLots(harbour.zone, { ...ada, memberships: [changed(one)] }, [pass])[0]?.expiresAt
  expect(frozenBy(pause)).toBe(at('2026-07-11', 0))
  const running = made('pause', 'p', '2026-06-01', {
    ...{ on: day('2026-06-11'), until: day('2026-06-21') },
    terms: { ...freePause, keepsPasses: false },
  })
  expect(frozenBy(running)).toBe(pass.expiresAt)
  expect(frozenBy(pausedFor('p', '2026-06-01', '2026-07-02', '2026-07-12'))).toBe(pass.expiresAt)
})
