/** Changes of a membership for tests. */
import type { ChangeCost, Membership, MembershipChange } from '../../memberships/membership.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { toId } from '../../values/ids.ts'
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
