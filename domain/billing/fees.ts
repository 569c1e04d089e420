/**
 * What memberships cost: each period in advance, by what was known of it when it began (D-44, D-48), and what was changed of one that had begun
 * as the fact of that change. So a period that was billed is never worked out anew, whatever prices have become since.
 */
import {
  asKnownBefore,
  dayOf,
  type Membership,
  type MembershipChange,
} from '../memberships/membership.ts'
import { membershipsOf } from '../memberships/memberships-of.ts'
import type { Tier } from '../memberships/tier.ts'
import type { BillingSettings } from '../sites/billing-settings.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { firstMembershipId, type MemberId, type TierId } from '../values/ids.ts'
import { type LocalDate, laterOf } from '../values/local-date.ts'
import { add, type Currency } from '../values/money.ts'
import type { BillingPeriod } from './billing-period.ts'
import type { Charge } from './charge.ts'
import { feePeriods } from './memberships/fee-periods.ts'
import { periodFee, stretchesIn } from './memberships/period-fee.ts'

export interface FeeFacts {
  readonly memberId: MemberId
  readonly membership: Membership
  readonly settings: BillingSettings
  readonly tiers: readonly Pick<Tier, 'id' | 'name'>[]
  readonly currency: Currency
}

/** Of all their memberships here. */
export function feesOfMember(
  member: Parameters<typeof membershipsOf>[0],
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  period: BillingPeriod,
): readonly Charge[] {
  const here = membershipsOf(member).filter(({ siteId }) => siteId === site.id)
  const common = { memberId: member.id, settings: site.billing, currency: site.currency, tiers }
  return here.flatMap((membership) => feesOf({ ...common, membership }, period))
}

/** Every period that began by the end of the one that is billed: the next is paid in advance, and none before it is forgotten. */
export function feesOf(facts: FeeFacts, period: BillingPeriod): readonly Charge[] {
  const { startsOn } = facts.settings
  if (startsOn === null) return []
  const begins = laterOf(startsOn, facts.membership.startsOn ?? startsOn)
  const periods = feePeriods(facts.membership, facts.settings, startsOn, period.until)
  return [
    ...periods.flatMap((one) => advanceFee(facts, one, begins, period.until)),
    ...facts.membership.changes.flatMap((change) => costOfChange(facts, change)),
  ]
}

/** What was made before a location billed at all counts as known: nobody was ever billed without it. */
function advanceFee(
  facts: FeeFacts,
  period: BillingPeriod,
  begins: LocalDate,
  last: LocalDate,
): readonly Charge[] {
  const { memberId, membership, settings, currency } = facts
  const known = asKnownBefore(membership, laterOf(period.from, settings.startsOn ?? period.from))
  const stretches = stretchesIn(known, settings, period, begins)
  const from = stretches[0]?.from ?? period.until
  const amount = periodFee(known, settings, period, begins, currency)
  if (from > last || amount.amountMinor === 0) return []
  const pauses = stretches.filter(({ isPaused }) => isPaused)
  return [
    {
      ...{ source: feeSource(facts, period), kind: 'membership', memberId },
      ...{ on: laterOf(from, begins), amount },
      about: {
        ...{ kind: 'fee', tier: nameOf(facts, dayOf(known, from).tierId), from },
        until: stretches.at(-1)?.until ?? period.until,
        ...(pauses.length === 0 ? {} : { paused: pauses.map(datesOf) }),
      },
    },
  ]
}

function datesOf({ from, until }: BillingPeriod): BillingPeriod {
  return { from, until }
}

/** A change and what took it back are one cause: together they owe what is left of it. */
function costOfChange(facts: FeeFacts, change: MembershipChange): readonly Charge[] {
  const { memberId, membership } = facts
  if (change.kind === 'take-back') return []
  const undone = membership.changes.find(
    (one) => one.kind === 'take-back' && one.changeId === change.id,
  )
  const costs = [change.cost, undone?.cost ?? null].flatMap((cost) => cost ?? [])
  const [first] = costs
  if (first === undefined) return []
  const amount = costs.slice(1).reduce((sum, one) => add(sum, one.amount), first.amount)
  const { from, until } = first
  const tier = nameOf(facts, dayOf(membership, change.on).tierId ?? membership.tierId)
  return [
    {
      ...{ source: changeSource(facts, change), kind: 'membership', memberId, on: from },
      ...{ amount, about: { kind: 'fee-change', change: change.kind, tier, from, until } },
    },
  ]
}

function nameOf({ tiers }: FeeFacts, tierId: TierId | null): string {
  return tiers.find(({ id }) => id === tierId)?.name ?? ''
}

/** A membership pays once for a period, whatever it cost when it was billed. */
function feeSource({ memberId, membership }: FeeFacts, { from }: BillingPeriod): string {
  return `fee/${nameInSource(memberId, membership)}/${from}`
}

function changeSource({ memberId, membership }: FeeFacts, change: MembershipChange): string {
  return `fee/${nameInSource(memberId, membership)}/${change.id}`
}

/** The first of a member's memberships goes by their own id, as it did while there was no other. */
function nameInSource(memberId: MemberId, { id }: Membership): string {
  return id === firstMembershipId(memberId) ? memberId : id
}
