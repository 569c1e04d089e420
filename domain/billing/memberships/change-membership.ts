/**
 * A wish about a membership, decided: the change with what it costs of the period that runs, and what becomes of bookings that the membership
 * would not include any more. The device shows what this says before anybody agrees; the space decides by the same function.
 */
import type { Booking } from '../../bookings/booking.ts'
import { cancelBooking } from '../../bookings/change-booking.ts'
import { bookingsAffected } from '../../bookings/membership-days.ts'
import { granted } from '../../bookings/wishes/granted.ts'
import type { Intent } from '../../bookings/wishes/intent.ts'
import type { MembershipKind } from '../../bookings/wishes/membership-requests.ts'
import type { Outcome } from '../../bookings/wishes/outcome.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Member } from '../../memberships/member.ts'
import type { ChangeCost, Membership, MembershipChange } from '../../memberships/membership.ts'
import type { MembershipProblem } from '../../memberships/membership-problem.ts'
import { membershipsOf } from '../../memberships/memberships-of.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { type IntentId, type MembershipId, membershipIdOf, toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { add, type Currency, compare, type Money, money, zero } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import { askForDeposit, type KnownDeposits } from '../deposits/ask-deposit.ts'
import type { DepositAsk } from '../deposits/deposit.ts'
import { costOfChange } from './cost-of-change.ts'
import { feeOf } from './fee-periods.ts'
import {
  type ChangeContext,
  type ChangeWish,
  type ProposedChange,
  proposeChange,
} from './propose-change.ts'

export interface MembershipFacts {
  readonly catalogue: Catalogue
  /** Whose membership it is. */
  readonly member: Member
  /** Theirs that are ahead. */
  readonly bookings: readonly Booking[]
  readonly asker: ChangeContext['asker']
  /** Of theirs here: what is asked for, and what is kept. */
  readonly deposits: KnownDeposits
}

export interface MembershipDecision {
  readonly outcome: Outcome
  /** All of theirs, as they are now; null where nothing changed. */
  readonly memberships: readonly Membership[] | null
  readonly bookings: readonly Booking[]
  /** What is asked for with it. */
  readonly deposit: DepositAsk | null
}

export type ChangePreview =
  | {
      readonly kind: 'change'
      readonly change: ProposedChange
      readonly cost: ChangeCost | null
      /** The deposit that it asks for. */
      deposit(changeId: IntentId): DepositAsk | null
      readonly before: Membership
      /** Without who made it and when. */
      after(made: Pick<MembershipChange, 'id' | 'madeOn' | 'madeBy' | 'reason'>): Membership
      readonly affected: readonly Booking[]
    }
  | ({ readonly kind: 'problem' } & MembershipProblem)

type ChangeKind = Exclude<MembershipKind, 'membership.start'>

export function previewChange(
  membershipId: MembershipId,
  wish: ChangeWish,
  { catalogue, member, bookings, asker, deposits }: MembershipFacts,
  now: Instant,
): ChangePreview {
  const { site, tiers, zone } = catalogue
  const all = membershipsOf(member)
  const before = all.find(({ id, siteId }) => id === membershipId && siteId === site.id)
  if (before === undefined) return { kind: 'problem', problem: 'unknown' }
  const today = toWallTime(zone, now).date
  const settings = site.billing
  const proposal = proposeChange(wish, { membership: before, settings, tiers, asker, today })
  if (proposal.kind === 'problem') return proposal
  const { change } = proposal
  const made = { id: draftId, madeOn: today, madeBy: asker, reason: '' }
  const tried = withChange(before, { ...made, ...change, cost: null })
  const cost = costOfChange(before, tried, change, settings, site.currency, today)
  // What somebody may book follows from the first of their memberships alone.
  const isFirst = all[0]?.id === before.id
  return {
    ...{ kind: 'change', change, cost, before },
    after: (who) => withChange(before, { ...who, ...change, cost }),
    deposit: (changeId) =>
      change.kind === 'tier'
        ? askForDeposit(
            catalogue,
            {
              ...{ member, membership: before, changeId, known: deposits, from: change.on },
              memberships: all.map((one) => (one.id === before.id ? tried : one)),
              tierId: change.tierId,
            },
            now,
          )
        : null,
    affected: isFirst ? bookingsAffected(catalogue, before, tried, bookings, now) : [],
  }
}

/** A change that is looked at has no intent yet. */
export const draftId = toId('intent', 'bki_draft')

function withChange(membership: Membership, change: MembershipChange): Membership {
  return { ...membership, changes: [...membership.changes, change] }
}

export function changeMembership(
  intent: Intent<ChangeKind>,
  facts: MembershipFacts,
  now: Instant,
): MembershipDecision {
  const { membershipId, quote, resolutions, reason } = intent.body
  const { catalogue, asker, member } = facts
  const preview = previewChange(membershipId, wishOf(intent), facts, now)
  if (preview.kind === 'problem') {
    const { kind: _kind, ...problem } = preview
    return no({ reason: 'membership-change', ...problem })
  }
  const price = wholePeriod(preview.change, catalogue.site)
  const { shown } = intent.body
  if (price !== null && shown !== undefined && isBeyond(price, shown)) {
    return no({ reason: 'membership-change', problem: 'dearer', price })
  }
  const deposit = preview.deposit(intent.id)
  const cost = askedNow(preview.cost, deposit, catalogue.site.currency)
  if (isBeyond(cost, quote)) {
    return { ...nothing, outcome: { kind: 'ask-again', price: cost, alternatives: [] } }
  }
  const open = preview.affected.filter(({ id }) => resolutions[id] === undefined)
  if (open.length > 0) {
    return no({ reason: 'unresolved-bookings', bookingIds: open.map(({ id }) => id) })
  }
  const madeOn = toWallTime(catalogue.zone, now).date
  const changed = preview.after({ id: intent.id, madeOn, madeBy: asker, reason })
  return yes(
    membershipsOf(member).map((one) => (one.id === changed.id ? changed : one)),
    preview.affected.flatMap((booking) =>
      resolutions[booking.id] === 'cancel' ? (cancelledFor(booking, asker, now) ?? []) : [],
    ),
    deposit,
  )
}

/** What a whole period costs with a change, which a wish that waits for a connection may be shown days before. Null where it changes no price. */
export function wholePeriod(
  change: ProposedChange,
  { billing, currency }: Pick<Catalogue['site'], 'billing' | 'currency'>,
): Money | null {
  if (change.kind === 'pause') return money(change.terms.priceMinor, currency)
  if (change.kind !== 'tier') return null
  return money(feeOf(billing, change.tierId)?.priceMinor ?? 0, currency)
}

function isBeyond(price: Money, agreed: Money): boolean {
  return agreed.currency !== price.currency || compare(price, agreed) > 0
}

/** All that a change asks for, which is what its quote is of: the period that runs, and a deposit. */
export function askedNow(
  cost: ChangeCost | null,
  deposit: DepositAsk | null,
  currency: Currency,
): Money {
  const none = zero(currency)
  return add(cost?.amount ?? none, deposit?.amount ?? none)
}

/** By its own policy where the member asks; where the space takes the ground away, all comes back (D-38). */
function cancelledFor(booking: Booking, asker: ChangeContext['asker'], now: Instant) {
  const how = { asker, isWaived: asker === 'space', effectiveAt: now }
  return cancelBooking(booking, how, now).booking
}

export function wishOf({ kind, body }: Intent<ChangeKind>): ChangeWish {
  switch (kind) {
    case 'membership.change': {
      const { tierId, when } = body as Intent<'membership.change'>['body'] // of its kind
      return { kind: 'tier', tierId, when }
    }
    case 'membership.pause': {
      const { from, until } = body as Intent<'membership.pause'>['body'] // of its kind
      return { kind: 'pause', from, until }
    }
    case 'membership.resume':
      return { kind: 'resume' }
    case 'membership.end':
      return { kind: 'end', on: (body as Intent<'membership.end'>['body']).on } // of its kind
    case 'membership.take-back': {
      const { changeId } = body as Intent<'membership.take-back'>['body'] // of its kind
      return { kind: 'take-back', changeId }
    }
  }
}

/** The first of somebody without one, or one more; from today or later on. */
export function startMembership(
  { id, body }: Intent<'membership.start'>,
  {
    catalogue,
    member,
    deposits: known,
  }: Pick<MembershipFacts, 'catalogue' | 'member' | 'deposits'>,
  now: Instant,
): MembershipDecision {
  const { tierId, from, siteId } = body
  if (!catalogue.tiers.some((tier) => tier.id === tierId)) {
    return no({ reason: 'membership-change', problem: 'not-offered' })
  }
  if (from < toWallTime(catalogue.zone, now).date) {
    return no({ reason: 'membership-change', problem: 'past-day' })
  }
  const all = membershipsOf(member)
  const limit = limits.membershipsPerMemberMax
  if (all.length >= limit) return no({ reason: 'membership-change', problem: 'too-many', limit })
  const fresh = { id: membershipIdOf(id), siteId, tierId, startsOn: from, changes: [] }
  const memberships = [...all, fresh]
  const taken = { member, memberships, membership: fresh, tierId, from, changeId: null, known }
  return yes(memberships, [], askForDeposit(catalogue, taken, now))
}

const nothing = { memberships: null, bookings: [], deposit: null } as const

function yes(
  memberships: readonly Membership[],
  bookings: readonly Booking[],
  deposit: DepositAsk | null,
): MembershipDecision {
  return { outcome: granted, memberships, bookings, deposit }
}

function no(refusal: Refusal): MembershipDecision {
  return { ...nothing, outcome: { kind: 'refused', refusal, alternatives: [] } }
}
