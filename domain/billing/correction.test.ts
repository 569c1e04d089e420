import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, type Money, zero } from '../values/money.ts'
import { billedBy, draftBill } from './bill.ts'
import { correctionsOf } from './correction.ts'
import { charge, day, euros, input, issued, june, settings, unpaid } from './for-tests.ts'
import { creditTransaction, isBalanced } from './ledger.ts'
import { type BillStory, openOf } from './payment.ts'
import { redeemed } from './promos/for-tests.ts'

const rates = [
  { kind: null, from: day('2020-01-01'), basisPoints: 2000 },
  { kind: 'extra', from: day('2020-01-01'), basisPoints: 700 },
] as const

/** The story with its corrections written, as the space writes them. */
function corrected(stories: readonly BillStory[], over: ReadonlyMap<string, Money>) {
  const corrections = correctionsOf(stories, over)
  return stories.map((story) => {
    const own = corrections.find((one) => one.story === story)
    if (own === undefined) return story
    const { lines, taxes, total } = own
    const id = `${story.bill.id}/${story.credits.length + 1}`
    const common = { id, billId: story.bill.id, number: 'HL-C-2026-0001', reason: 'Cancelled' }
    const { issuedAt, issuedOn } = story.bill
    const note = { ...common, issuedAt, issuedOn, lines, taxes, total }
    return { ...story, credits: [...story.credits, note] }
  })
}

test('[BILLING-17] [B-17] cancelled after it was billed, half of EUR 80 is taken back on that bill, and the next one asks nothing', () => {
  const bill = issued(draftBill(input([charge('a', '2026-06-10', 80)])))
  const [story] = corrected([unpaid(bill)], new Map([['a', euros(40)]]))
  expect(story?.credits).toMatchObject([
    {
      total: euros(-40),
      taxes: [{ basisPoints: 2000, base: euros(-33.33), tax: euros(-6.67), total: euros(-40) }],
      lines: [{ source: 'a', amount: euros(-40), tax: euros(-6.67) }],
    },
  ])
  const billed = billedBy(story === undefined ? [] : [story])
  expect(draftBill(input([charge('a', '2026-06-10', 40)], { billed })).lines).toEqual([])
})

test('[BILLING-17] each line goes back at the rate it was billed with', () => {
  const charges = [charge('room', '2026-06-10', 48), charge('lunch', '2026-06-10', 21.4)]
  const taxed = charges.map((one, index) =>
    index === 1 ? { ...one, kind: 'extra' as const } : one,
  )
  const used = { ...settings, taxRates: rates }
  const bill = issued(draftBill(input(taxed, { settings: used })), 'bil_1', used)
  const [back] = correctionsOf([unpaid(bill)], new Map([['lunch', euros(21.4)]]))
  expect(back?.taxes).toEqual([
    { basisPoints: 700, base: euros(-20), tax: euros(-1.4), total: euros(-21.4) },
  ])
})

test('[BILLING-17] what was billed in parts is taken back from the newest on, and what was taken back by hand leaves no room', () => {
  const first = issued(draftBill(input([charge('a', '2026-06-10', 44)])))
  const later = draftBill(
    input([charge('a', '2026-06-10', 66)], { billed: billedBy([unpaid(first)]) }),
  )
  const second = { ...issued(later, 'bil_2'), issuedAt: first.issuedAt + 1 } as typeof first // a moment later
  const both = [unpaid(first), unpaid(second)]
  const back = correctionsOf(both, new Map([['a', euros(30)]]))
  expect(back.map(({ story, total }) => [story.bill.id, total])).toEqual([
    ['bil_2', euros(-22)],
    ['bil_1', euros(-8)],
  ])
  const taxes = [{ basisPoints: 2000, base: euros(-30), tax: euros(-6), total: euros(-36) }]
  const note = { id: 'n', billId: first.id, number: 'n', reason: 'x', taxes, total: euros(-36) }
  const { issuedAt, issuedOn } = first
  const byHand = { bill: first, payments: [], credits: [{ ...note, issuedAt, issuedOn }] }
  expect(correctionsOf([byHand], new Map([['a', euros(10)]]))).toEqual([])
})

test('[BILLING-17] [BILLING-14] whatever is owed less, bills and their credit notes ask for what is owed, and the ledger balances', () => {
  const billed = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.nat(100)), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(billed, fc.boolean(), (lines, isTaxIncluded) => {
      const used = { ...settings, isTaxIncluded, taxRates: rates }
      const charges = lines.map(([minor], index) => ({
        ...charge(`c${index}`, '2026-06-10', minor / 100),
        kind: index % 2 === 0 ? ('booking' as const) : ('extra' as const),
      }))
      const bill = issued(
        draftBill(input(charges, { settings: used, period: june })),
        'bil_b',
        used,
      )
      const over = new Map<string, Money>(
        lines.flatMap(([minor, share], index) => {
          const back = Math.floor((minor * share) / 100)
          return back === 0 ? [] : [[`c${index}`, euros(back / 100)] as const]
        }),
      )
      const [story] = corrected([unpaid(bill)], over)
      const asked = billedBy(story === undefined ? [] : [story])
      for (const { source, amount } of charges) {
        const gone = over.get(source) ?? zero('EUR')
        expect(asked.get(source)?.amountMinor).toBe(amount.amountMinor - gone.amountMinor)
      }
      if (story === undefined) return
      expect(openOf(story).amountMinor).toBeGreaterThanOrEqual(0)
      for (const note of story.credits) {
        expect(isBalanced(creditTransaction(bill, note).entries)).toBe(true)
        expect(note.taxes.reduce((sum, one) => add(sum, one.total), zero('EUR'))).toEqual(
          note.total,
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('[BILLING-17] [PREPAID-12] [B-17] what a code took off goes back with what it was taken off from, to the cent', () => {
  const half = { kind: 'percent', basisPoints: 5000, off: ['booking'], bills: null } as const
  const charges = [charge('a', '2026-06-10', 80), charge('b', '2026-06-11', 40)]
  const memberId = charges[0]?.memberId ?? null
  if (memberId === null) throw new Error('it is somebody’s')
  const promos = [{ ...redeemed(half), memberId, on: day('2026-06-01') }]
  const bill = issued(draftBill(input(charges, { promos })))
  expect(bill.total).toEqual(euros(60))
  const [story] = corrected([unpaid(bill)], new Map([['a', euros(40)]]))
  expect(story?.credits.map(({ total }) => total)).toEqual([euros(-20)])
  const rest = new Map([
    ['a', euros(40)],
    ['b', euros(40)],
  ])
  const [gone] = corrected(story === undefined ? [] : [story], rest)
  expect(gone?.credits.map(({ total }) => total)).toEqual([euros(-20), euros(-40)])
  expect(gone && openOf(gone)).toEqual(euros(0))
})
