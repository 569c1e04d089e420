import { expect, test } from 'vitest'
import { isChargeable } from '../../prices/minimum.ts'
import { blockOf, blockSteps, nextBlock, usualDunning } from '../../sites/dunning-settings.ts'
import { addDays } from '../../values/local-date.ts'
import { day, euros } from '../for-tests.ts'
import { openOf } from '../payment.ts'
import type { AttemptStanding, PaymentAttempt } from './attempt.ts'
import { dunningOf } from './dunning.ts'
import { attempt, cards, noted, payment, storyOf } from './for-tests.ts'
import { nextCharge } from './next-charge.ts'
import type { PayMethods } from './pay-methods.ts'

const issued = day('2026-07-01')

function next(
  attempts: readonly PaymentAttempt[],
  days = 0,
  payMethods: PayMethods = cards('visa'),
  story = storyOf(),
) {
  const known = { open: openOf(story), attempts, payMethods, settings: usualDunning }
  const found = nextCharge({ ...known, today: addDays(issued, days) })
  if (found.kind === 'charge')
    return `${found.isBackup ? 'backup' : 'charge'} ${found.method.brand}`
  return found.kind === 'wait' ? `wait ${found.on}` : found.kind
}

const failed = (n: number, days: number, more: Partial<PaymentAttempt> = {}) =>
  attempt(n, { state: 'declined', why: 'funds' }, { on: addDays(issued, days), ...more })
const by = (brand: string, isBackup = false) => ({
  method: { id: `pm_${brand}`, label: brand, isBackup },
})

test('[PAYING-07] [D-49] day 0, then days 3, 5 and 7, and then no more', () => {
  expect(next([])).toBe('charge visa')
  expect(next([failed(1, 0)])).toBe('wait 2026-07-04')
  expect(next([failed(1, 0)], 3)).toBe('charge visa')
  expect(next([failed(1, 0), failed(2, 3)], 3)).toBe('wait 2026-07-06')
  expect(next([failed(1, 0), failed(2, 3), failed(3, 5)], 7)).toBe('charge visa')
  expect(next([failed(1, 0), failed(2, 3), failed(3, 5), failed(4, 7)], 60)).toBe('nothing')
  // A machine that was off for days tries once, not thrice.
  expect(next([failed(1, 0), failed(2, 6)], 6)).toBe('wait 2026-07-08')
})

test('[PAYING-07] nothing is charged without a card, and nothing that is paid', () => {
  expect(next([], 0, cards())).toBe('nothing')
  expect(next([], 0, cards('visa'), storyOf(payment('p', euros(80))))).toBe('nothing')
})

test('[PAYING-08] [D-49] a new card is charged at once', () => {
  expect(next([failed(1, 0)], 1, cards('master', 'visa'))).toBe('charge master')
  expect(next([failed(1, 0), failed(2, 1, by('master'))], 1, cards('master', 'visa'))).toBe(
    'wait 2026-07-04',
  )
})

test('[PAYING-09] [P-03] the backup is tried once, if it was agreed to, and never after a barred card', () => {
  const agreed = { ...cards('visa', 'master'), backup: { methodId: 'pm_master', agreedAt: noted } }
  expect(next([failed(1, 0)], 0, cards('visa', 'master'))).toBe('wait 2026-07-04')
  expect(next([failed(1, 0)], 0, agreed)).toBe('backup master')
  const both = [failed(1, 0), failed(2, 0, by('master', true))]
  expect(next(both, 0, agreed)).toBe('wait 2026-07-04')
  expect(next(both, 3, agreed)).toBe('charge visa')
  expect(next([...both, failed(3, 3)], 3, agreed)).toBe('wait 2026-07-06')
  const lost = attempt(1, { state: 'declined', why: 'barred' })
  expect(next([lost], 9, agreed)).toBe('nothing')
  expect(next([lost], 0, cards('other', 'visa'))).toBe('charge other')
})

test('[PAYING-10] [D-49] who has to prove who they are is asked for three days, and no other charge is begun', () => {
  const asked = attempt(1, { state: 'action-needed' })
  expect(next([asked], 2)).toBe('look')
  expect(next([asked], 3)).toBe('give-up')
  expect(dunningOf(storyOf(), [asked], usualDunning, day('2026-07-03'))).toBeNull()
})

test('[PAYING-02] while one may move money, no other is begun, whatever day it is', () => {
  const live: readonly AttemptStanding[] = [
    { state: 'created' },
    { state: 'unknown' },
    { state: 'sent', page: null },
  ]
  for (const standing of live) expect(next([failed(1, 0), attempt(2, standing)], 9)).toBe('look')
})

test('[PAYING-11] [D-49] failed, overdue on day 7, blocked on day 14, and over once it is paid', () => {
  const attempts = [failed(1, 0)]
  const state = (days: number) =>
    dunningOf(storyOf(), attempts, usualDunning, addDays(issued, days))?.state
  expect([0, 6, 7, 13, 14].map(state)).toEqual([
    'failed',
    'failed',
    'overdue',
    'overdue',
    'blocked',
  ])
  expect(dunningOf(storyOf(), [], usualDunning, issued)).toBeNull()
  const paid = storyOf(payment('p', euros(80)))
  expect(dunningOf(paid, attempts, usualDunning, day('2026-08-01'))).toBeNull()
})

test('[PAYING-11] a page that its payer left begins nothing', () => {
  const left = attempt(1, { state: 'cancelled' }, { via: 'page', method: null })
  expect(dunningOf(storyOf(), [left], usualDunning, day('2026-08-01'))).toBeNull()
  expect(next([left])).toBe('charge visa')
})

test('[PAYING-11] [P-15] of several bills the strongest block counts, as the settings say', () => {
  const today = day('2026-07-15')
  expect(blockOf([], usualDunning, today)).toBe('nothing')
  expect(blockOf([day('2026-07-10')], usualDunning, today)).toBe('nothing')
  expect(blockOf([day('2026-07-08'), day('2026-07-10')], usualDunning, today)).toBe('paid-bookings')
  expect(blockOf([day('2026-07-08'), day('2026-07-01')], usualDunning, today)).toBe('bookings')
  const mild = { ...usualDunning, blocks: { ...usualDunning.blocks, blocked: 'nothing' } } as const
  expect(blockOf([day('2026-07-01')], mild, today)).toBe('nothing')
})

test('[PAYING-17] what comes next is known from the first failure on, by the settings, and once the strongest has come there is no more', () => {
  const since = day('2026-07-01')
  expect(blockSteps(usualDunning)).toEqual([
    { days: 7, block: 'paid-bookings' },
    { days: 14, block: 'bookings' },
  ])
  const next = (days: number) => nextBlock(since, usualDunning, addDays(since, days))
  expect(next(0)).toEqual({ on: day('2026-07-08'), block: 'paid-bookings' })
  expect(next(6)).toEqual(next(0))
  expect(next(7)).toEqual({ on: day('2026-07-15'), block: 'bookings' })
  expect(next(14)).toBeNull()
  // A state that keeps from no more than the one before is no step.
  const blocks = { failed: 'bookings', overdue: 'bookings', blocked: 'paid-bookings' } as const
  expect(blockSteps({ ...usualDunning, blocks })).toEqual([{ days: 0, block: 'bookings' }])
})

test('[PAYING-12] what is less than a card is charged waits', () => {
  expect(next([], 0, cards('visa'), storyOf(payment('p', euros(79.6))))).toBe('nothing')
  expect(next([], 0, cards('visa'), storyOf(payment('p', euros(79.5))))).toBe('charge visa')
  expect(isChargeable({ amountMinor: 299, currency: 'SEK' })).toBe(false)
  expect(isChargeable({ amountMinor: 50, currency: 'JPY' })).toBe(true)
})
