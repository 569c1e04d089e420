import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada } from '../../bookings/for-tests.ts'
import type { Intent } from '../../bookings/wishes/intent.ts'
import { normalCode } from '../../sites/promo.ts'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { draftBill } from '../bill.ts'
import { nextPeriod } from '../billing-period.ts'
import { charge, day, euros, fundOf, input, june, settings } from '../for-tests.ts'
import { promoOf, redeemed, tenPercent } from './for-tests.ts'
import { type RedeemFacts, redeem } from './redeem.ts'
import { savePromo } from './save-promo.ts'

const now = toInstant(Date.UTC(2026, 5, 10))

function tried(more: Partial<RedeemFacts> = {}) {
  const facts: RedeemFacts = {
    ...{ promo: promoOf(), member: ada, uses: 0, isTheirs: false, hasBought: false, tries: 0 },
    ...{ today: day('2026-06-10'), ...more },
  }
  const wish = { id: 'bki_wish', kind: 'promo.redeem' } as unknown as Intent<'promo.redeem'> // what a decision reads of it
  return redeem(wish, facts, now)
}

const no = { kind: 'refused', refusal: { reason: 'no-promo' } }

test('[PROMO-01] whatever is wrong with a code, the answer is the same one', () => {
  expect(tried().outcome.kind).toBe('confirmed')
  const wrong: readonly Partial<RedeemFacts>[] = [
    { promo: null },
    { promo: promoOf({ isPaused: true }) },
    { promo: promoOf({ usesMax: 10 }), uses: 10 },
    { promo: promoOf({ from: day('2026-06-11') }) },
    { promo: promoOf({ until: day('2026-06-09') }) },
    { promo: promoOf({ tierIds: [toId('tier', 'tie_other')] }) },
    { promo: promoOf({ teamIds: [toId('team', 'tea_other')] }) },
    { promo: promoOf({ domains: ['partner.example'] }) },
    { promo: promoOf({ isFirstTime: true }), hasBought: true },
    { tries: limits.promoTriesPerHour },
  ]
  for (const more of wrong) expect(tried(more).outcome).toMatchObject(no)
})

test('[PROMO-01] a member redeems a code once, on its last day too', () => {
  expect(tried({ isTheirs: true }).outcome).toMatchObject({
    refusal: { reason: 'promo-redeemed' },
  })
  const days = { from: day('2026-06-10'), until: day('2026-06-10') }
  expect(tried({ promo: promoOf(days) }).outcome.kind).toBe('confirmed')
})

test('[PROMO-02] codes are compared without spaces and in capitals, and there is one of each', () => {
  expect(normalCode(' wel come ')).toBe('WELCOME')
  const { siteId, ...promo } = promoOf({ code: ' wel come', domains: ['@Partner.Example'] })
  const wish = { body: { siteId, promo } } as unknown as Intent<'promo.save'> // what a decision reads of it
  expect(savePromo(wish, null).fact).toMatchObject({
    code: 'WELCOME',
    domains: ['partner.example'],
  })
  const other = promoOf({ id: toId('intent', 'bki_other') })
  expect(savePromo(wish, other).outcome).toMatchObject({ refusal: { reason: 'promo-taken' } })
  expect(savePromo(wish, promoOf()).outcome.kind).toBe('confirmed')
})

test('[PROMO-03] [D-51] ten percent of a booking of EUR 40 before tax, and the credit after it', () => {
  const credits = [fundOf(6)]
  const draft = draftBill(
    input([charge('a', '2026-06-10', 40)], { promos: [redeemed(tenPercent)], credits }),
  )
  expect(draft.lines.map(({ amount, about }) => [amount, about.kind])).toEqual([
    [euros(40), 'pass'],
    [euros(-4), 'promo'],
  ])
  expect(draft.taxes).toEqual([
    { basisPoints: 2000, base: euros(30), tax: euros(6), total: euros(36) },
  ])
  expect(draft.paidFrom).toMatchObject([{ amount: euros(6) }])
})

test('[PROMO-03] what is taken off is of its kinds alone, and taxed as they are', () => {
  const taxRates = [
    { kind: null, from: day('2020-01-01'), basisPoints: 2000 },
    { kind: 'extra' as const, from: day('2020-01-01'), basisPoints: 700 },
  ]
  const charges = [
    charge('room', '2026-06-10', 40),
    charge('lunch', '2026-06-10', 20, { kind: 'extra' }),
    charge('pass', '2026-06-10', 10, { kind: 'pass' }),
  ]
  const fixed = { kind: 'fixed', amountMinor: 5_000, off: ['booking', 'extra'], bills: 1 } as const
  const used = { ...settings, taxRates }
  const draft = draftBill(input(charges, { settings: used, promos: [redeemed(fixed)] }))
  const off = draft.lines.filter(({ about }) => about.kind === 'promo')
  expect(off.map(({ kind, basisPoints, amount }) => [kind, basisPoints, amount])).toEqual([
    ['extra', 700, euros(-20)],
    ['booking', 2000, euros(-30)],
  ])
  expect(draft.total).toEqual(euros(20))
})

test('[PROMO-03] it counts for as many bills as it says, from the one of the period it was redeemed in', () => {
  const totals = [0, 1, 2].map((later) => {
    let period = june
    for (let count = 0; count < later; count += 1) period = nextPeriod(1, period)
    const charges = [charge('a', period.from, 40)]
    return draftBill(input(charges, { period, promos: [redeemed(tenPercent)] })).total
  })
  expect(totals).toEqual([euros(36), euros(36), euros(40)])
})

test('[PROMO-03] another member’s lines on a team’s bill stay as they are', () => {
  const theirs = redeemed(tenPercent, { memberId: toId('member', 'mem_ben') })
  const draft = draftBill(input([charge('a', '2026-06-10', 40)], { promos: [theirs] }))
  expect(draft.total).toEqual(euros(40))
})

test('[PROMO-03] however codes add up, no kind of charge is below nothing, and lines sum to the total', () => {
  const gifts = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map((basisPoints) => ({ ...tenPercent, basisPoints })),
      fc.integer({ min: 1, max: 9_000 }).map((amountMinor) => ({
        ...{ kind: 'fixed' as const, amountMinor, bills: null },
        off: ['booking', 'pass'] as const,
      })),
    ),
    { maxLength: 4 },
  )
  const amounts = fc.array(fc.integer({ min: -500, max: 9_000 }), { maxLength: 5 })
  fc.assert(
    fc.property(gifts, amounts, (given, minors) => {
      const promos = given.map((gift, index) =>
        redeemed(gift, { id: toId('intent', `bki_r${index}`) }),
      )
      const charges = minors.map((minor, index) =>
        charge(`c${index}`, '2026-06-10', minor / 100, {
          kind: index % 2 === 0 ? 'booking' : 'pass',
        }),
      )
      const plain = draftBill(input(charges)).total.amountMinor
      const draft = draftBill(input(charges, { promos }))
      const sum = draft.lines.reduce((all, { amount }) => all + amount.amountMinor, 0)
      expect(draft.total.amountMinor).toBe(sum)
      expect(sum).toBeLessThanOrEqual(plain)
      expect(sum).toBeGreaterThanOrEqual(Math.min(plain, 0) - 2_500)
      expect(new Set(draft.lines.map(({ source }) => source)).size).toBe(draft.lines.length)
    }),
    { numRuns: 60 },
  )
})
