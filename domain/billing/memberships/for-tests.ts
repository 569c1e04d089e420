/** Changes of a membership for tests. */
import fc from 'fast-check'
import { harbour } from '../../bookings/for-tests.ts'
import type { MembershipBodies } from '../../bookings/wishes/membership-requests.ts'
import type { ChangeCost, Membership, MembershipChange } from '../../memberships/membership.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { toId } from '../../values/ids.ts'
import { addDays } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { day, euros, fee, hotMembership, settings } from '../for-tests.ts'

export const hot = toId('tier', 'tie_hot')
export const dear = toId('tier', 'tie_dear')

/** Hot desks for 200 a month, and a dearer plan for 350. */
export const twoPlans: BillingSettings = {
  ...settings,
  fees: [fee('tie_hot', 200), fee('tie_dear', 350)],
}

type Of<Kind extends MembershipChange['kind']> = Omit<
  Extract<MembershipChange, { kind: Kind }>,
  'id' | 'madeOn' | 'madeBy' | 'reason' | 'cost' | 'kind'
>

export function made<Kind extends MembershipChange['kind']>(
  kind: Kind,
  id: string,
  madeOn: string,
  of: Of<Kind>,
  cost: ChangeCost | null = null,
): MembershipChange {
  const common = { id: toId('intent', `bki_${id}`), madeOn: day(madeOn), madeBy: 'member' }
  return { ...common, reason: '', cost, kind, ...of } as unknown as MembershipChange // of its kind, as asked for
}

export const freePause = { daysMax: 90, priceMinor: 0, keepsPasses: true }

export function pausedFor(id: string, madeOn: string, on: string, until: string): MembershipChange {
  return made('pause', id, madeOn, { on: day(on), until: day(until), terms: freePause })
}

export function changed(...changes: readonly MembershipChange[]): Membership {
  return hotMembership({ changes })
}

export function costing(amount: number, from: string, until: string): ChangeCost {
  return { amount: euros(amount), from: day(from), until: day(until) }
}

const dates = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-06-01'), days))
const about = {
  siteId: fc.constant(harbour.site.id),
  membershipId: fc.constant(hotMembership().id),
  forMemberId: fc.option(fc.constant(toId('member', 'mem_ada'))),
  reason: fc.constantFrom('', 'As agreed on the phone'),
  quote: fc.integer({ min: -50_000, max: 50_000 }).map((minor) => money(minor, 'EUR')),
  resolutions: fc.dictionary(
    fc.nat().map((number) => `bkg_${number}`),
    fc.constantFrom('keep', 'cancel'),
    { maxKeys: 5 },
  ),
}
const tierId = fc.constantFrom(hot, dear)

/** Bodies of wishes about memberships. */
export const membershipWishes: {
  readonly [Kind in keyof MembershipBodies]: fc.Arbitrary<unknown>
} = {
  'membership.change': fc.record({ ...about, tierId, when: fc.constantFrom('now', 'next') }),
  'membership.pause': fc.record({ ...about, from: dates, until: dates }),
  'membership.resume': fc.record(about),
  'membership.end': fc.record({ ...about, on: dates }),
  'membership.take-back': fc.record({
    ...about,
    changeId: fc.nat().map((number) => `bki_${number}`),
  }),
  'membership.start': fc.record({
    ...{ siteId: about.siteId, tierId, from: dates },
    memberId: fc.constant(toId('member', 'mem_ada')),
    reason: fc.constantFrom('New member', 'Their mail comes here'),
  }),
}
