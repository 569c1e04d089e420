import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada } from '../bookings/for-tests.ts'
import { billedBy, draftBill, isIssuable } from './bill.ts'
import { nextPeriod, periodOf } from './billing-period.ts'
import { feesOf } from './fees.ts'
import {
  billOf,
  charge,
  day,
  euros,
  feeFacts,
  hotMembership,
  input,
  issued,
  june,
  settings,
  unpaid,
} from './for-tests.ts'
import { formatNumber, seriesOf } from './number.ts'

const linesOf = ({ lines }: ReturnType<typeof draftBill>) =>
  lines.map(({ source, amount }) => [source, amount.amountMinor / 100])

test('[BILLING-04] [D-46] a visit on the last day is of its month, even if the bill is made a day later', () => {
  const charges = [charge('last', '2026-06-30', 20), charge('first', '2026-07-01', 30)]
  expect(linesOf(draftBill(input(charges)))).toEqual([['last', 20]])
})

test('[BILLING-04] [D-46] what comes too late for its bill is on the next one, with its date', () => {
  const first = billOf(charge('a', '2026-06-10', 20))
  const late = [charge('a', '2026-06-10', 20), charge('late', '2026-06-28', 12)]
  const period = { from: june.until, until: day('2026-08-01') }
  const next = draftBill(input(late, { period, billed: billedBy([unpaid(first)]) }))
  expect(next.lines).toMatchObject([{ source: 'late', on: '2026-06-28', amount: euros(12) }])
})

test('[BILLING-04] nothing from before the first day that is billed is on a bill, and nothing at all before there is one', () => {
  const charges = [charge('old', '2025-12-31', 20), charge('new', '2026-01-01', 30)]
  const january = periodOf(1, day('2026-01-01'))
  expect(linesOf(draftBill(input(charges, { period: january })))).toEqual([['new', 30]])
  const off = { ...settings, startsOn: null }
  expect(draftBill(input(charges, { settings: off })).lines).toEqual([])
})

const feesIn = (since: string | null, period = june) =>
  feesOf(
    feeFacts({
      membership: hotMembership({ startsOn: since === null ? null : day(since) }),
      settings: { ...settings, startsOn: day('2026-05-01') },
    }),
    period,
  ).map(({ on, amount, source }) => [on, amount.amountMinor / 100, source])

test('[BILLING-05] [D-48] on 1 July: the fee of July in advance beside the rooms of June', () => {
  const fees = feesOf(feeFacts(), june)
  const paid = new Map(
    fees.filter(({ on }) => on < june.until).map((one) => [one.source, one.amount]),
  )
  const draft = draftBill(input([charge('room', '2026-06-12', 44), ...fees], { billed: paid }))
  expect(linesOf(draft)).toEqual([
    ['room', 44],
    [`fee/${ada.id}/2026-07-01`, 300],
  ])
  expect(draft.lines[1]?.about).toMatchObject({ from: '2026-07-01', until: '2026-08-01' })
})

test('[BILLING-05] [D-44] who joined on 20 June pays 11 of 30 days of it, and July', () => {
  expect(feesIn('2026-06-20')).toEqual([
    ['2026-06-20', 110, `fee/${ada.id}/2026-06-01`],
    ['2026-07-01', 300, `fee/${ada.id}/2026-07-01`],
  ])
})

test('[BILLING-05] a month that was billed is not billed again at another price', () => {
  const fees = feesOf(feeFacts(), june)
  const billed = new Map(fees.map(({ source }) => [source, euros(250)]))
  expect(draftBill(input(fees, { billed })).lines).toEqual([])
})

test('[BILLING-05] who joins after the month that is paid in advance has begun owes nothing yet', () => {
  expect(feesIn('2026-07-02')).toEqual([])
  expect(feesIn(null)).toHaveLength(3)
})

test('[BILLING-08] [D-40] a bill says what it asks for, without and with the tax', () => {
  const bill = billOf(charge('a', '2026-06-10', 24), charge('b', '2026-06-11', 12))
  expect(bill.taxes).toEqual([
    { basisPoints: 2000, base: euros(30), tax: euros(6), total: euros(36) },
  ])
  expect(bill.total).toEqual(euros(36))
  expect(bill).toMatchObject({ issuedOn: '2026-07-01', dueOn: '2026-07-15' })
})

test('[BILLING-08] cancelled after it was billed, the difference stands on the next bill', () => {
  const first = billOf(charge('a', '2026-06-10', 80))
  const now = [charge('a', '2026-06-10', 40), charge('b', '2026-07-02', 50)]
  const period = nextPeriod(1, june)
  const next = draftBill(input(now, { period, billed: billedBy([unpaid(first)]) }))
  expect(next.lines).toMatchObject([
    { source: 'a', amount: euros(-40), billedBefore: euros(80) },
    { source: 'b', amount: euros(50), billedBefore: euros(0) },
  ])
  expect(next.total).toEqual(euros(10))
})

test('[BILLING-09] [PAYING-12] what is less than a card is charged waits for the next bill', () => {
  expect(isIssuable({ total: euros(0.49) })).toBe(false)
  expect(isIssuable({ total: euros(0.5) })).toBe(true)
})

test('[BILLING-09] what is in the payer’s favour, or nothing, is not issued', () => {
  const first = billOf(charge('a', '2026-06-10', 80))
  const draft = draftBill(
    input([charge('a', '2026-06-10', 40)], { billed: billedBy([unpaid(first)]), period: june }),
  )
  expect(draft.total).toEqual(euros(-40))
  expect(isIssuable(draft)).toBe(false)
  expect(isIssuable(draftBill(input([])))).toBe(false)
  expect(isIssuable(first)).toBe(true)
})

const owedInTime = fc.array(
  fc.record({
    source: fc.constantFrom('a', 'b', 'c', 'd'),
    at: fc.nat(150),
    owed: fc.nat(9_000),
  }),
  { maxLength: 12 },
)

test('[BILLING-08] [BILLING-09] however charges change between runs, all bills together ask for what is owed', () => {
  fc.assert(
    fc.property(owedInTime, fc.boolean(), (changes, isTaxIncluded) => {
      const used = { ...settings, isTaxIncluded }
      const known = new Map<string, ReturnType<typeof charge>>()
      const bills: ReturnType<typeof issued>[] = []
      let period = june
      for (let run = 0; run < 6; run += 1) {
        for (const { source, at, owed } of changes.filter((one) => one.at % 5 === run)) {
          const on = `2026-06-${String(1 + (at % 30)).padStart(2, '0')}`
          known.set(source, charge(source, on, owed / 100))
        }
        const billed = billedBy(bills.map(unpaid))
        const draft = draftBill(input([...known.values()], { period, billed, settings: used }))
        const sum = draft.lines.reduce((all, { amount }) => all + amount.amountMinor, 0)
        const taxes = draft.lines.reduce((all, { tax }) => all + tax.amountMinor, 0)
        expect(draft.total.amountMinor).toBe(isTaxIncluded ? sum : sum + taxes)
        if (isIssuable(draft)) bills.push(issued(draft, `bil_${run}`, used))
        period = nextPeriod(1, period)
      }
      const asked = billedBy(bills.map(unpaid))
      const last = draftBill(input([...known.values()], { period, billed: asked, settings: used }))
      for (const [source, { amount }] of known) {
        const waiting = last.lines.find((line) => line.source === source)?.amount.amountMinor ?? 0
        const billed = asked.get(source)?.amountMinor ?? 0
        expect(billed + waiting).toBe(amount.amountMinor)
      }
    }),
    { numRuns: 60 },
  )
})

test('[BILLING-11] [D-42] numbers are of their year and kind', () => {
  expect(formatNumber('HL-', 'bill', day('2026-12-01'), 41)).toBe('HL-2026-0041')
  expect(formatNumber('HL-', 'credit', day('2027-01-01'), 7)).toBe('HL-C-2027-0007')
  expect(seriesOf('bill', day('2026-12-01'))).toBe('bill-2026')
})
