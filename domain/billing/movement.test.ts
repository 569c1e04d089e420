import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from '../values/instant.ts'
import { money } from '../values/money.ts'
import { isBalanced } from './ledger.ts'
import { lostTransaction, type Movement, movementTransaction } from './movement.ts'
import { movementsCsv } from './movements-csv.ts'

const at = toInstant(Date.UTC(2026, 10, 26, 23, 30))

function moved(kind: string, amount: number, fee = 0): Movement {
  const source = 'ch_1'
  return { id: 'txn_1', kind, amount: money(amount, 'EUR'), fee: money(fee, 'EUR'), source, at }
}

function entriesOf(movement: Movement) {
  const entries = movementTransaction(movement)?.entries ?? []
  return Object.fromEntries(entries.map(({ account, amount }) => [account, amount.amountMinor]))
}

test('[MOVEMENT-01] of a charge of EUR 24.00 the fee of 0.61 is a cost, and leaves what is held', () => {
  expect(entriesOf(moved('charge', 2_400, 61))).toEqual({
    'cash:stripe_pending': -61,
    'fees:stripe': 61,
  })
  expect(movementTransaction(moved('refund', -2_400))).toBeNull()
  expect(movementTransaction(moved('charge', 2_400, 61))?.on).toBe('2026-11-26')
})

test('[MOVEMENT-02] what a dispute takes is held, comes back where it is won, and is lost where it is lost', () => {
  expect(entriesOf(moved('adjustment', -2_400, 1_500))).toEqual({
    'cash:stripe_pending': -3_900,
    dispute_hold: 2_400,
    'fees:stripe': 1_500,
  })
  expect(entriesOf(moved('adjustment', 2_400))).toEqual({
    'cash:stripe_pending': 2_400,
    dispute_hold: -2_400,
  })
  const lost = lostTransaction({ id: 'dp_1', amount: money(2_400, 'EUR'), at })
  expect(lost.entries).toEqual([
    { account: 'bad_debt', amount: money(2_400, 'EUR') },
    { account: 'dispute_hold', amount: money(-2_400, 'EUR') },
  ])
})

test('[MOVEMENT-03] a payout is money at the bank', () => {
  expect(entriesOf(moved('payout', -10_000))).toEqual({
    'cash:stripe_pending': -10_000,
    'cash:bank': 10_000,
  })
})

test('[MOVEMENT-01] every movement sums to zero, and what the ledger holds changes by its net where it is no payment', () => {
  const kinds = fc.constantFrom('charge', 'refund', 'adjustment', 'payout', 'of-next-year')
  const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(kinds, amounts, fc.nat(10_000), (kind, amount, fee) => {
      const entries = movementTransaction(moved(kind, amount, fee))?.entries ?? []
      expect(isBalanced(entries)).toBe(true)
    }),
  )
})

test('[MOVEMENT-04] the table has a line for each, with its net, and no cell that runs', () => {
  const strange = { ...moved('payout', -10_000), id: '=1+1' }
  const table = movementsCsv(
    [moved('charge', 2_400, 61), strange],
    () => 2,
    (at) => new Date(at).toISOString(),
  )
  expect(table.split('\r\n')).toEqual([
    'time,kind,amount,fee,net,currency,movement,source',
    '2026-11-26T23:30:00.000Z,charge,24.00,0.61,23.39,EUR,txn_1,ch_1',
    "2026-11-26T23:30:00.000Z,payout,-100.00,0.00,-100.00,EUR,'=1+1,ch_1",
    '',
  ])
})
