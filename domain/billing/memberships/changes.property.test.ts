import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, harbour, hotDesk } from '../../bookings/for-tests.ts'
import type { Membership } from '../../memberships/membership.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { localDay } from '../../values/zone.ts'
import { type BillDraft, billedBy, draftBill } from '../bill.ts'
import { nextPeriod, periodOf } from '../billing-period.ts'
import { noDeposits } from '../deposits/ask-deposit.ts'
import { feesOf } from '../fees.ts'
import { day, fee, feeFacts, hotMembership, input, issued, settings, unpaid } from '../for-tests.ts'
import { previewChange } from './change-membership.ts'
import { feePeriods } from './fee-periods.ts'
import { dear, hot } from './for-tests.ts'
import { periodFee } from './period-fee.ts'
import type { ChangeWish } from './propose-change.ts'

const yearly = toId('tier', 'tie_year')
const pause = { daysMax: 90, priceMinor: 2_511, keepsPasses: true }
const billing = {
  ...settings,
  fees: [
    fee('tie_hot', 199.99, { pause }),
    fee('tie_dear', 350, { pause }),
    fee('tie_year', 1500, { per: 'year', pause: null }),
  ],
}
const tiers = [hotDesk, { ...hotDesk, id: dear }, { ...hotDesk, id: yearly }]
const catalogue: Catalogue = { ...harbour, site: { ...harbour.site, billing }, tiers }

const steps = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 24 }),
    kind: fc.constantFrom('tier', 'tier', 'pause', 'pause', 'resume', 'end', 'undo'),
    tierId: fc.constantFrom(hot, dear, dear, yearly),
    when: fc.constantFrom('now' as const, 'next' as const),
    first: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 50 }),
    asker: fc.constantFrom('member' as const, 'space' as const),
  }),
  { maxLength: 12 },
)
type Step = typeof steps extends fc.Arbitrary<readonly (infer One)[]> ? One : never

function wishOf(step: Step, membership: Membership, today: LocalDate): ChangeWish {
  switch (step.kind) {
    case 'pause': {
      const from = addDays(today, step.first)
      return { kind: 'pause', from, until: addDays(from, step.length) }
    }
    case 'resume':
      return { kind: 'resume' }
    case 'end':
      return { kind: 'end', on: addDays(today, step.first) }
    case 'undo': {
      const changeId = membership.changes.at(-1)?.id ?? toId('intent', 'bki_none')
      return { kind: 'take-back', changeId }
    }
    default:
      return { kind: 'tier', tierId: step.tierId, when: step.when }
  }
}

/** The membership after a wish; as it was where the answer is no. */
function after(membership: Membership, step: Step, index: number, today: LocalDate): Membership {
  const member = { ...ada, memberships: [membership] }
  const facts = { catalogue, member, bookings: [], asker: step.asker, deposits: noDeposits }
  const now = localDay(harbour.zone, today).startsAt
  const wish = wishOf(step, membership, today)
  const preview = previewChange(membership.id, wish, facts, now)
  if (preview.kind === 'problem') return membership
  const id = toId('intent', `bki_${index}`)
  return preview.after({ id, madeOn: today, madeBy: step.asker, reason: '' })
}

function billFor(membership: Membership, bills: readonly BillDraft[], date: LocalDate): BillDraft {
  const period = periodOf(1, date)
  const facts = feeFacts({ membership, settings: billing, tiers })
  const billed = billedBy(bills.map((one) => unpaid(issued(one))))
  return draftBill(input(feesOf(facts, period), { settings: billing, period, billed }))
}

test('[TERMS-07] [D-44] [D-70] whatever is changed, bills ask for each day on its plan, once', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(null, '2026-01-20', '2026-02-01'), (all, startsOn) => {
      let membership = hotMembership({ startsOn: startsOn === null ? null : day(startsOn) })
      let today = day('2026-02-03')
      let period = periodOf(1, day('2026-01-01'))
      const bills: BillDraft[] = []
      for (const [index, step] of all.entries()) {
        today = addDays(today, step.days)
        for (; period.until <= today; period = nextPeriod(1, period)) {
          bills.push(billFor(membership, bills, period.from))
        }
        membership = after(membership, step, index, today)
      }
      // What was changed for days of the next period is on its bill.
      for (const last = nextPeriod(1, period); period.from <= last.from; ) {
        bills.push(billFor(membership, bills, period.from))
        period = nextPeriod(1, period)
      }
      const billedUntil = period.from
      const begins = day(startsOn ?? '2026-01-01')
      const owed = feePeriods(membership, billing, day('2026-01-01'), billedUntil)
        .map((one) => periodFee(membership, billing, one, begins, 'EUR').amountMinor)
        .reduce((sum, one) => sum + one, 0)
      const asked = bills.flatMap(({ lines }) => lines).map(({ amount }) => amount.amountMinor)
      expect(asked.reduce((sum, one) => sum + one, 0)).toBe(owed)
    }),
    { numRuns: 300 },
  )
})
