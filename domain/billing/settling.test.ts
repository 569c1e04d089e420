import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from '../values/instant.ts'
import { add, type Money, subtract, zero } from '../values/money.ts'
import { accountsCsv } from './accounts-csv.ts'
import { draftBill } from './bill.ts'
import { type CreditNote, creditable, creditTaxes } from './credit.ts'
import { billOf, charge, day, euros, input, issued, settings } from './for-tests.ts'
import {
  billTransaction,
  chargeTransaction,
  creditTransaction,
  isBalanced,
  type LedgerTransaction,
  paymentTransaction,
} from './ledger.ts'
import { maySettle, openOf, type Payment, standingOf } from './payment.ts'

const noted = toInstant(Date.UTC(2026, 6, 2))
const bill = billOf(charge('hall', '2026-06-20', 80))

function paid(amount: Money, more: Partial<Payment> = {}): Payment {
  return {
    ...{ id: 'pay_1', billId: bill.id, amount, method: 'bank', on: day('2026-07-02') },
    ...{ reference: 'HL-2026-0001', notedAt: noted, ...more },
  }
}

function credited(amount: Money, of = bill): CreditNote {
  const taxes = creditTaxes(of, amount)
  return {
    ...{ id: 'crn_1', billId: of.id, number: 'HL-C-2026-0007', issuedAt: noted, taxes },
    ...{ issuedOn: day('2026-07-03'), reason: 'Half of it' },
    total: taxes.reduce((sum, one) => add(sum, one.total), zero('EUR')),
  }
}

test('[BILLING-12] [D-43] half of EUR 80 with 20 % in it: -33.33 net and -6.67 tax', () => {
  expect(credited(euros(40)).taxes).toEqual([
    { basisPoints: 2000, base: euros(-33.33), tax: euros(-6.67), total: euros(-40) },
  ])
  expect(creditable(bill, [credited(euros(40))])).toEqual(euros(40))
  expect(() => creditTaxes(bill, euros(81))).toThrow('a part of its bill')
})

test('[BILLING-13] [P-18] a part that is paid leaves the rest open; nothing is noted beyond it', () => {
  const story = { bill, payments: [paid(euros(30))], credits: [] }
  expect(openOf(story)).toEqual(euros(50))
  expect(standingOf(story, day('2026-07-15'))).toBe('open')
  expect(standingOf(story, day('2026-07-16'))).toBe('overdue')
  expect(maySettle(euros(50), euros(50))).toBe(true)
  expect(maySettle(euros(50), euros(50.01))).toBe(false)
  expect(maySettle(euros(50), euros(-1))).toBe(false)
  expect(maySettle(euros(0), euros(1))).toBe(false)
})

test('[BILLING-13] credited after it was paid, it is to be paid back, and then nothing is open', () => {
  const story = { bill, payments: [paid(euros(80))], credits: [credited(euros(40))] }
  expect(standingOf({ ...story, credits: [] }, day('2026-07-02'))).toBe('paid')
  expect(standingOf(story, day('2026-07-02'))).toBe('to-pay-back')
  expect(maySettle(openOf(story), euros(-40))).toBe(true)
  const back = { ...story, payments: [...story.payments, paid(euros(-40), { id: 'pay_2' })] }
  expect(standingOf(back, day('2026-07-02'))).toBe('paid')
  const all = { bill, payments: [], credits: [credited(euros(80))] }
  expect(standingOf(all, day('2026-07-02'))).toBe('credited')
})

function balanceOf(transactions: readonly LedgerTransaction[], account: string): Money {
  const entries = transactions.flatMap((one) => one.entries)
  return entries
    .filter((one) => one.account.startsWith(account))
    .reduce((sum, { amount }) => add(sum, amount), zero('EUR'))
}

const kinds = fc.constantFrom('booking', 'extra', 'membership', 'pass')
const charges = fc.array(fc.record({ kind: kinds, cents: fc.integer({ min: 1, max: 40_000 }) }), {
  minLength: 1,
  maxLength: 12,
})

test('[BILLING-14] whatever is charged, billed, credited and paid sums to zero, and nothing stays receivable', () => {
  fc.assert(
    fc.property(charges, fc.boolean(), fc.nat(100), (list, isTaxIncluded, percent) => {
      const rates = [
        ...settings.taxRates,
        { kind: 'extra', from: day('2026-01-01'), basisPoints: 700 },
      ] as const
      const used = { ...settings, isTaxIncluded, taxRates: rates }
      const some = list.map(({ kind, cents }, index) =>
        charge(`c${index}`, '2026-06-10', cents / 100, { kind }),
      )
      const made = issued(draftBill(input(some, { settings: used })), 'bil_1', used)
      const part = euros(Math.floor((made.total.amountMinor * percent) / 100) / 100)
      const notes = part.amountMinor === 0 ? [] : [credited(part, made)]
      const open = openOf({ bill: made, payments: [], credits: notes })
      const transactions = [
        ...some.map(({ source, kind, on, amount }) =>
          chargeTransaction({ source, change: source, kind, payer: made.payer, on, amount }),
        ),
        billTransaction(made),
        ...notes.map((note) => creditTransaction(made, note)),
        ...(open.amountMinor === 0 ? [] : [paymentTransaction(made, paid(open))]),
      ]
      expect(transactions.every(({ entries }) => isBalanced(entries))).toBe(true)
      expect(balanceOf(transactions, 'receivable:').amountMinor).toBe(0)
      expect(balanceOf(transactions, 'unbilled:').amountMinor).toBe(0)
      const tax = made.taxes.reduce((sum, one) => subtract(sum, one.tax), zero('EUR'))
      const given = notes.flatMap((note) => note.taxes)
      expect(balanceOf(transactions, 'tax:')).toEqual(
        given.reduce((sum, one) => subtract(sum, one.tax), tax),
      )
    }),
  )
})

const month = [day('2026-07-01'), day('2026-08-01')] as const

test('[BILLING-15] [P-23] the rows sum to the ledger, and a name that looks like a formula is text', () => {
  const named = { ...bill, payerName: '=HYPERLINK("x"), Ada' }
  const story = { bill: named, payments: [paid(euros(30))], credits: [credited(euros(40))] }
  const rows = accountsCsv([story], ...month, 2)
    .trimEnd()
    .split('\r\n')
  expect(rows).toEqual([
    'document,number,date,payer,payer id,rate,net,tax,gross,currency,method,reference',
    `bill,HL-2026-0001,2026-07-01,"'=HYPERLINK(""x""), Ada",mem_ada,20.00,66.67,13.33,80.00,EUR,,`,
    `payment,HL-2026-0001,2026-07-02,"'=HYPERLINK(""x""), Ada",mem_ada,,,,30.00,EUR,bank,HL-2026-0001`,
    `credit note,HL-C-2026-0007,2026-07-03,"'=HYPERLINK(""x""), Ada",mem_ada,20.00,-33.33,-6.67,-40.00,EUR,,Half of it`,
  ])
  expect(accountsCsv([story], month[1], day('2026-09-01'), 2).split('\r\n')).toHaveLength(2)
})

test('[BILLING-15] a currency without minor units is written without them', () => {
  const csv = accountsCsv([{ bill, payments: [], credits: [] }], ...month, 0)
  expect(csv).toContain(',20.00,6667,1333,8000,')
})
