import { expect, test } from 'vitest'
import { hotDesk } from '../../bookings/for-tests.ts'
import type { Membership } from '../../memberships/membership.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { toId } from '../../values/ids.ts'
import { type BillDraft, billedBy, draftBill } from '../bill.ts'
import { feesOf } from '../fees.ts'
import {
  day,
  fee,
  feeFacts,
  hotMembership,
  input,
  issued,
  june,
  settings,
  unpaid,
} from '../for-tests.ts'
import { feePeriods } from './fee-periods.ts'
import { changed, costing, dear, made, pausedFor, twoPlans } from './for-tests.ts'
import { periodFee } from './period-fee.ts'

const year = '2020-01-01'

function feeIn(membership: Membership, from: string, until: string, used = twoPlans) {
  const period = { from: day(from), until: day(until) }
  return periodFee(membership, used, period, day(year), 'EUR').amountMinor / 100
}

const of300: BillingSettings = { ...settings, fees: [fee('tie_hot', 300)] }

test('[TERMS-05] [D-44] who joins on 20 January pays 12 of its 31 days: 116.13', () => {
  const joined = hotMembership({ startsOn: day('2026-01-20') })
  expect(feeIn(joined, '2026-01-01', '2026-02-01', of300)).toBe(116.13)
})

test('[TERMS-05] [D-70] June paused for ten days costs 200 of 300', () => {
  const paused = changed(pausedFor('p', '2026-05-20', '2026-06-11', '2026-06-21'))
  expect(feeIn(paused, '2026-06-01', '2026-07-01', of300)).toBe(200)
  const terms = { daysMax: 90, priceMinor: 3000, keepsPasses: true }
  const on = { on: day('2026-06-11'), until: day('2026-06-21'), terms }
  const cheap = changed(made('pause', 'p', '2026-05-20', on))
  expect(feeIn(cheap, '2026-06-01', '2026-07-01', of300)).toBe(210)
})

test('[TERMS-05] a plan sold by whole periods costs all of the first', () => {
  const used = { ...settings, fees: [fee('tie_hot', 300, { isByDays: false })] }
  const joined = hotMembership({ startsOn: day('2026-01-20') })
  expect(feeIn(joined, '2026-01-01', '2026-02-01', used)).toBe(300)
})

test('[TERMS-05] [D-47] after its end nothing is owed', () => {
  const ended = changed(made('end', 'e', '2026-06-02', { on: day('2026-07-01') }))
  const charges = feesOf(feeFacts({ membership: ended }), june)
  expect(charges.map(({ on }) => on).filter((date) => date >= '2026-06-01')).toEqual(['2026-06-01'])
})

const starts = (membership: Membership, used: BillingSettings, last: string) =>
  feePeriods(membership, used, day('2026-01-01'), day(last)).map(({ from }) => from)

test('[TERMS-04] [D-45] a billing day of 31 comes back after February', () => {
  const used = { ...settings, billingDay: 31 }
  expect(starts(hotMembership({ startsOn: day('2026-01-31') }), used, '2026-05-01')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ])
})

test('[TERMS-04] [P-07] weeks and years are counted from the membership’s first day', () => {
  const joined = hotMembership({ startsOn: day('2024-02-29') })
  const weekly = { ...settings, fees: [fee('tie_hot', 50, { per: 'week' })] }
  expect(starts(joined, weekly, '2026-01-15')).toEqual(['2026-01-01', '2026-01-08', '2026-01-15'])
  const yearly = { ...settings, fees: [fee('tie_hot', 1500, { per: 'year' })] }
  expect(starts(joined, yearly, '2028-03-01')).toEqual([
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
})

test('[TERMS-04] a plan of another rhythm begins where the period before it ended', () => {
  const used = {
    ...settings,
    fees: [fee('tie_hot', 200), fee('tie_dear', 2000, { per: 'year' })],
  }
  const change = made('tier', 'y', '2026-02-10', { tierId: dear, on: day('2026-03-01') })
  expect(starts(changed(change), used, '2028-01-01')).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2027-03-01',
  ])
})

const upgrade = made(
  'tier',
  'up',
  '2026-06-16',
  { tierId: dear, on: day('2026-06-16') },
  costing(75, '2026-06-16', '2026-07-01'),
)
const tiers = [hotDesk, { id: dear, name: 'Own desk' }]

function linesOf(membership: Membership, issuedBefore: readonly BillDraft[], period = june) {
  const facts = feeFacts({ membership, settings: twoPlans, tiers })
  const stories = issuedBefore.map((one) => unpaid(issued(one)))
  const draft = draftBill(
    input(feesOf(facts, period), { settings: twoPlans, billed: billedBy(stories), period }),
  )
  return { draft, lines: draft.lines.map(({ on, amount }) => [on, amount.amountMinor / 100]) }
}

test('[TERMS-06] [D-44] from 200 to 350 on 16 June is 75 on the next bill, with its days', () => {
  const may = { from: day('2026-05-01'), until: day('2026-06-01') }
  const before = linesOf(hotMembership(), [], may)
  expect(before.lines.at(-1)).toEqual(['2026-06-01', 200])
  const { draft, lines } = linesOf(changed(upgrade), [before.draft])
  expect(lines).toEqual([
    ['2026-06-16', 75],
    ['2026-07-01', 350],
  ])
  expect(draft.lines[0]?.about).toEqual({
    ...{ kind: 'fee-change', change: 'tier', tier: 'Own desk' },
    ...{ from: '2026-06-16', until: '2026-07-01' },
  })
  expect(linesOf(changed(upgrade), [before.draft, draft]).lines).toEqual([])
})

test('[TERMS-06] what was taken back comes to nothing, and is given back where it was billed', () => {
  const pause = {
    ...pausedFor('p', '2026-06-05', '2026-06-20', '2026-06-30'),
    cost: costing(-66.67, '2026-06-20', '2026-06-30'),
  }
  const back = made(
    'take-back',
    'b',
    '2026-06-10',
    { on: day('2026-06-10'), changeId: toId('intent', 'bki_p') },
    costing(66.67, '2026-06-20', '2026-06-30'),
  )
  const may = { from: day('2026-05-01'), until: day('2026-06-01') }
  const inAdvance = linesOf(hotMembership(), [], may).draft
  expect(linesOf(changed(pause), [inAdvance]).lines[0]).toEqual(['2026-06-20', -66.67])
  expect(linesOf(changed(pause, back), [inAdvance]).lines).toEqual([['2026-07-01', 200]])
  const billed = linesOf(changed(pause), [inAdvance]).draft
  expect(linesOf(changed(pause, back), [inAdvance, billed]).lines).toEqual([['2026-06-20', 66.67]])
})
