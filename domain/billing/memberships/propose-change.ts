/**
 * What a wish about a membership would change of it, as a fact without its cost. Members change plans that are offered to them: to a dearer one
 * at once, to a cheaper one from the next period on, because what was paid in advance was agreed (D-44). The space may do more.
 */
import {
  comingOf,
  dayOf,
  endOf,
  type Membership,
  type MembershipChange,
  pausesOf,
} from '../../memberships/membership.ts'
import type { MembershipProblem } from '../../memberships/membership-problem.ts'
import type { Tier } from '../../memberships/tier.ts'
import type { BillingSettings, MembershipFee } from '../../sites/billing-settings.ts'
import type { IntentId, TierId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { addDays, daysBetween, type LocalDate, laterOf } from '../../values/local-date.ts'
import { feeOf, feePeriodOn, feePeriods } from './fee-periods.ts'

/** What is wished, whoever wishes it. */
export type ChangeWish =
  | { readonly kind: 'tier'; readonly tierId: TierId; readonly when: 'now' | 'next' }
  | { readonly kind: 'pause'; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly kind: 'resume' }
  | { readonly kind: 'end'; readonly on: LocalDate }
  | { readonly kind: 'take-back'; readonly changeId: IntentId }

export interface ChangeContext {
  readonly membership: Membership
  readonly settings: BillingSettings
  readonly tiers: readonly Pick<Tier, 'id'>[]
  readonly asker: MembershipChange['madeBy']
  readonly today: LocalDate
}

type Made = 'id' | 'madeOn' | 'madeBy' | 'reason' | 'cost'
type WithoutMade<Change> = Change extends unknown ? Omit<Change, Made> : never
export type ProposedChange = WithoutMade<MembershipChange>

export type Proposal =
  | { readonly kind: 'change'; readonly change: ProposedChange }
  | ({ readonly kind: 'problem' } & MembershipProblem)

export function proposeChange(wish: ChangeWish, context: ChangeContext): Proposal {
  const { membership, today } = context
  if (membership.changes.length >= limits.membershipChangesMax) {
    return { kind: 'problem', problem: 'too-many', limit: limits.membershipChangesMax }
  }
  if (wish.kind === 'take-back') return proposeTakeBack(wish.changeId, context)
  const end = endOf(membership)
  if (end !== null && (wish.kind !== 'pause' || end.on < wish.until)) {
    return { kind: 'problem', problem: 'over', on: end.on }
  }
  const { tierId } = dayOf(membership, today)
  if (tierId === null) return { kind: 'problem', problem: 'unknown' }
  switch (wish.kind) {
    case 'tier':
      return proposeTier(wish, context, tierId)
    case 'pause':
      return proposePause(wish, context, tierId)
    case 'resume':
      return proposeResume(context)
    case 'end':
      return proposeEnd(wish.on, context)
  }
}

function proposeTier(
  { tierId, when }: Extract<ChangeWish, { kind: 'tier' }>,
  context: ChangeContext,
  current: TierId,
): Proposal {
  const { settings, membership, asker, tiers, today } = context
  const fee = feeOf(settings, tierId)
  const isOffered = asker === 'space' || fee?.isOffered === true
  if (!isOffered || !tiers.some(({ id }) => id === tierId)) {
    return { kind: 'problem', problem: 'not-offered' }
  }
  if (tierId === current) return { kind: 'problem', problem: 'same' }
  const next = feePeriodOn(membership, settings, today)?.until ?? today
  if (when === 'now' && !mayBeNow(fee, feeOf(settings, current), asker)) {
    return { kind: 'problem', problem: 'at-next-period', on: next }
  }
  return { kind: 'change', change: { kind: 'tier', tierId, on: when === 'now' ? today : next } }
}

/** Whole periods stay whole, and a period of one rhythm does not end in the middle of another. */
export function mayBeNow(
  fee: MembershipFee | null,
  current: MembershipFee | null,
  asker: ChangeContext['asker'],
): boolean {
  const isSameRhythm = (fee?.per ?? 'month') === (current?.per ?? 'month')
  const isByDays = fee?.isByDays !== false && current?.isByDays !== false
  const isDearer = (fee?.priceMinor ?? 0) >= (current?.priceMinor ?? 0)
  return isSameRhythm && isByDays && (asker === 'space' || isDearer)
}

function proposePause(
  { from, until }: Extract<ChangeWish, { kind: 'pause' }>,
  { settings, membership, asker, today }: ChangeContext,
  tierId: TierId,
): Proposal {
  const terms = feeOf(settings, tierId)?.pause ?? null
  if (terms === null) return { kind: 'problem', problem: 'no-pause' }
  // A member's day has begun: it is theirs. The space may say that it was not.
  const isPast = asker === 'space' ? from < today : from <= today
  if (isPast || until <= from) return { kind: 'problem', problem: 'past-day' }
  const { daysMax } = terms
  if (daysBetween(from, until) > daysMax) {
    return { kind: 'problem', problem: 'pause-too-long', daysMax }
  }
  const isTaken = pausesOf(membership).some((one) => one.from < until && from < one.until)
  if (isTaken) return { kind: 'problem', problem: 'pause-overlaps' }
  return { kind: 'change', change: { kind: 'pause', on: from, until, terms } }
}

function proposeResume({ membership, today }: ChangeContext): Proposal {
  const { pause } = dayOf(membership, today)
  if (pause === null) return { kind: 'problem', problem: 'not-paused' }
  const on = laterOf(today, addDays(pause.from, 1))
  if (on >= pause.until) return { kind: 'problem', problem: 'not-paused' }
  return { kind: 'change', change: { kind: 'resume', on } }
}

function proposeEnd(on: LocalDate, context: ChangeContext): Proposal {
  const { membership, settings, asker, today } = context
  if (on < today) return { kind: 'problem', problem: 'past-day' }
  const earliest = firstEnd(membership, settings, today)
  if (asker === 'member' && (on < earliest || !isPeriodEnd(membership, settings, on))) {
    return { kind: 'problem', problem: 'ends-earliest', on: earliest }
  }
  return { kind: 'change', change: { kind: 'end', on } }
}

/** With its notice, at the end of the period that this falls into (D-47). */
export function firstEnd(
  membership: Membership,
  settings: BillingSettings,
  today: LocalDate,
): LocalDate {
  const { tierId } = dayOf(membership, today)
  const day = addDays(today, feeOf(settings, tierId)?.noticeDays ?? 0)
  return feePeriodOn(membership, settings, day)?.until ?? day
}

function isPeriodEnd(membership: Membership, settings: BillingSettings, on: LocalDate): boolean {
  const last = addDays(on, -1)
  return feePeriods(membership, settings, last, last).some(({ until }) => until === on)
}

function proposeTakeBack(
  changeId: IntentId,
  { membership, asker, today }: ChangeContext,
): Proposal {
  const coming = comingOf(membership, today).find(({ id }) => id === changeId)
  if (coming === undefined) return { kind: 'problem', problem: 'in-effect' }
  if (asker === 'member' && coming.madeBy === 'space') {
    return { kind: 'problem', problem: 'by-space' }
  }
  return { kind: 'change', change: { kind: 'take-back', on: today, changeId } }
}
