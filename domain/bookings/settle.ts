/**
 * The settlement of one booking wish: facts and a clock in, one outcome and at most one booking out.
 *
 * The wish and its fall-backs are tried in the member's order; then, if they asked for it, the nearest free one. Nothing is ever
 * booked above the ceiling, or above the quote where no ceiling was typed (D-53): the member is asked again.
 */
import type { Member } from '../memberships/member.ts'
import { tierOf } from '../memberships/tier-of.ts'
import { dayPriceOf } from '../prices/day-price.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { findResource } from '../sites/catalogue.ts'
import { effectiveRules } from '../sites/effective-rules.ts'
import { partIdsOf } from '../sites/links.ts'
import type { Resource } from '../sites/resource.ts'
import { must } from '../values/assert.ts'
import { bookingIdOf, type ResourceId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import type { Money } from '../values/money.ts'
import { asOffered } from './absences/as-offered.ts'
import { ALTERNATIVES_MAX, findAlternatives, nearestFirst } from './alternatives.ts'
import { firstState, isOfTeam } from './approval/first-state.ts'
import { type Booking, isLive, type MadeBy } from './booking.ts'
import { checkUnpaid } from './check-unpaid.ts'
import { decideChoice } from './decide-choice.ts'
import { headcount, invited } from './guests/guest.ts'
import { missingConsent } from './house-rules/accept-rules.ts'
import { ownTimesOf } from './limits/own-time.ts'
import { withLinked } from './links/linked-spans.ts'
import { coverOf } from './lots/cover.ts'
import type { LotUse, Wallet } from './lots/lot.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import { decideOverride } from './override.ts'
import { isPrepaid } from './prepaid/is-prepaid.ts'
import { checkMoneyLimit } from './teams/check-money-limit.ts'
import { bookedWallTime, choiceAt, resolveChoice } from './wishes/choice.ts'
import type { Choice, Intent } from './wishes/intent.ts'
import type { Alternative, Outcome } from './wishes/outcome.ts'
import type { Refusal } from './wishes/refusal.ts'

export interface SettleFacts {
  readonly catalogue: Catalogue
  readonly member: Member
  /** What holds the site's resources around the wished times, own bookings included. */
  readonly occupied: readonly Occupied[]
  /** The member's bookings that are ahead, and those of the periods that their quotas count over. */
  readonly ownBookings: readonly Booking[]
  readonly distance: (from: ResourceId, to: ResourceId) => number | null
  /** What the member may book with besides money. */
  readonly wallet: Wallet
  /** Who asks, where that is not the member. */
  readonly madeBy: MadeBy | null
  /** How what is prepaid would be paid; left out where nobody takes payments: then it is on the next bill. */
  readonly paying?: { readonly isAway: boolean }
}

export interface SettleDecision {
  readonly outcome: Outcome
  readonly booking: Booking | null
}

type Wish = Intent<'booking.request'>

/** One choice tried against the facts. */
type Trial =
  | {
      readonly kind: 'fits'
      readonly resource: Resource
      readonly interval: Interval
      readonly unit: number
      /** What is left to be paid once lots have covered what they can. */
      readonly price: Money
      readonly covered: readonly LotUse[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What to offer where the answer is no. A series asks for none: its preview finds them where the member looks. */
type FindOffers = (intent: Wish, facts: SettleFacts, now: Instant) => readonly Alternative[]

export function settle(
  intent: Wish,
  known: SettleFacts,
  now: Instant,
  findOffers: FindOffers = alternativesOf,
): SettleDecision {
  const facts = { ...known, occupied: withLinked(known.catalogue, known.occupied) }
  if (intent.deadlineAt < now) {
    return refuse({ reason: 'expired', deadlineAt: intent.deadlineAt }, [])
  }
  const noConsent = missingConsent(known, now)
  if (noConsent !== null) return refuse(noConsent, [])
  const { choice, fallbacks, takeNearest } = intent.body
  let firstRefusal: Refusal | null = null
  let unaffordable: Alternative | null = null
  for (const [index, wished] of [choice, ...fallbacks].entries()) {
    const trial = tryChoice(intent, facts, wished, now)
    if (trial.kind === 'refused') {
      firstRefusal ??= trial.refusal
      continue
    }
    if (isAffordable(intent, trial.price)) return accept(intent, facts, trial, index, now)
    unaffordable ??= offerOf(facts, trial)
  }
  if (takeNearest && firstRefusal !== null && isSomebodyElse(firstRefusal)) {
    const trial = tryNearest(intent, facts, now)
    if (trial !== null) return accept(intent, facts, trial, 'nearest', now)
  }
  if (unaffordable !== null) return askAgain(unaffordable, findOffers(intent, facts, now))
  const refusal = must(firstRefusal, 'a wish that fits nowhere was refused somewhere')
  // Another place would not help.
  const isOwn = refusal.reason === 'already-yours' || refusal.reason === 'unpaid-bill'
  return refuse(refusal, isOwn ? [] : findOffers(intent, facts, now))
}

function tryChoice(intent: Wish, facts: SettleFacts, choice: Choice, now: Instant): Trial {
  const { catalogue, member } = facts
  const { override } = intent.body
  const people = headcount(intent.body.people, intent.body.guests)
  const resource = findResource(catalogue, choice.resourceId)
  if (resource === null) return { kind: 'refused', refusal: { reason: 'unknown-resource' } }
  const resolved = resolveChoice(catalogue.zone, choice)
  if (resolved.kind === 'refused') return resolved
  const { interval } = resolved
  const own = ownTwin(facts, resource, interval)
  if (own !== null) {
    return { kind: 'refused', refusal: { reason: 'already-yours', bookingId: own.id } }
  }
  const { occupied } = facts
  const preferredUnit = choice.unit
  const ownTimes = ownTimesOf(catalogue, facts.ownBookings)
  const place = { catalogue, member, resource, interval, people, occupied, ownTimes }
  const wish = { ...place, preferredUnit, now }
  const answer = override === null ? decideChoice(wish) : decideOverride(wish)
  if (answer.kind === 'refused') return answer
  const cover = coverOf({
    ...{ catalogue, member, wallet: facts.wallet, payWith: intent.body.payWith },
    ...{ kind: asOffered(catalogue, resource, interval, member).kind, interval },
    ...{ price: answer.price, had: [], now },
  })
  const isPaid = cover.rest.amountMinor > 0
  const unpaid = override === null ? checkUnpaid(catalogue, member, isPaid, now) : null
  if (unpaid !== null) return { kind: 'refused', refusal: unpaid }
  const { zone } = catalogue
  const tooMuch = checkMoneyLimit(zone, member, facts.ownBookings, interval, cover.rest)
  if (tooMuch !== null && override === null) return { kind: 'refused', refusal: tooMuch }
  return { ...answer, price: cover.rest, covered: cover.uses, resource, interval }
}

/** A second wish for what one already has is a slip, not a second desk: two devices cannot mint the same id for it. */
function ownTwin(facts: SettleFacts, resource: Resource, interval: Interval): Booking | null {
  return (
    facts.ownBookings.find(
      (booking) =>
        isLive(booking.state) &&
        booking.resourceId === resource.id &&
        booking.interval.startsAt === interval.startsAt &&
        booking.interval.endsAt === interval.endsAt,
    ) ?? null
  )
}

function isAffordable(intent: Wish, price: Money): boolean {
  const most = intent.body.ceiling ?? intent.body.quote
  return most.currency === price.currency && price.amountMinor <= most.amountMinor
}

/** "If it's taken": only then is another place what the member meant. */
function isSomebodyElse(refusal: Refusal): boolean {
  const taken: readonly Refusal['reason'][] = [
    'booked',
    'held',
    'asked-for',
    'blocked',
    'buffer',
    'pool-full',
    'pool-split',
    'linked',
  ]
  return taken.includes(refusal.reason)
}

function tryNearest(intent: Wish, facts: SettleFacts, now: Instant) {
  const resource = findResource(facts.catalogue, intent.body.choice.resourceId)
  if (resource === null) return null
  for (const other of nearestFirst({ ...facts, resource })) {
    const choice = { ...intent.body.choice, resourceId: other.id, unit: null }
    const trial = tryChoice(intent, facts, choice, now)
    if (trial.kind === 'fits' && isAffordable(intent, trial.price)) return trial
  }
  return null
}

function accept(
  intent: Wish,
  facts: SettleFacts,
  trial: Extract<Trial, { kind: 'fits' }>,
  choice: number | 'nearest',
  now: Instant,
): SettleDecision {
  const { resource, interval, unit, price, covered } = trial
  const { catalogue, member, paying } = facts
  const isTeams = isOfTeam(facts.member, facts.madeBy) || intent.body.override !== null
  const asked = { catalogue, member, resource, interval, price }
  const prepaying = {
    isPrepaid: paying !== undefined && facts.madeBy === null && !isTeams && isPrepaid(asked),
    isAway: paying?.isAway ?? false,
  }
  const offered = asOffered(catalogue, resource, interval, member)
  const dayPrice = dayPriceOf(catalogue, offered, interval, member.tierId)
  const common = {
    id: bookingIdOf(intent.id),
    intentId: intent.id,
    siteId: facts.catalogue.site.id,
    memberId: facts.member.id,
    resourceId: resource.id,
    unit,
    parts: partIdsOf(facts.catalogue, resource),
    interval,
    wall: bookedWallTime(facts.catalogue.zone, interval),
    people: headcount(intent.body.people, intent.body.guests),
    guests: invited(intent.body.guests),
    note: intent.body.note,
    price,
    dayPrice,
    extras: [],
    covered,
    payWith: intent.body.payWith,
    isPrepaid: prepaying.isPrepaid,
    paidWith: null,
    owed: price,
    policy: effectiveRules(resource, tierOf(facts.catalogue.tiers, facts.member)).cancellation,
    settledAt: now,
    revision: 0,
    madeBy: facts.madeBy,
    checkIn: resource.rules.checkIn,
    basketId: null,
    series: null,
    moves: null,
    changedAt: null,
  }
  const first = firstState(resource, interval, isTeams, prepaying, now)
  const { id } = common
  const outcome: Outcome =
    first.state === 'confirmed'
      ? { kind: 'confirmed', bookingId: id, choice, price }
      : { kind: 'held', bookingId: id, choice, price, holdExpiresAt: first.holdExpiresAt }
  return { outcome, booking: { ...common, ...first } }
}

/** Nothing is booked above what was agreed; what it would cost now is offered first (D-53). */
function askAgain(offer: Alternative, others: readonly Alternative[]): SettleDecision {
  const { price, choice } = offer
  const rest = others.filter(
    (other) =>
      other.choice.resourceId !== choice.resourceId ||
      other.choice.interval.startsAt !== choice.interval.startsAt,
  )
  const alternatives = [offer, ...rest].slice(0, ALTERNATIVES_MAX)
  return { outcome: { kind: 'ask-again', price, alternatives }, booking: null }
}

function refuse(refusal: Refusal, alternatives: readonly Alternative[]): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives }, booking: null }
}

function alternativesOf(intent: Wish, facts: SettleFacts, now: Instant): readonly Alternative[] {
  const { catalogue, member, occupied, distance } = facts
  const resource = findResource(catalogue, intent.body.choice.resourceId)
  const resolved = resolveChoice(catalogue.zone, intent.body.choice)
  if (resource === null || resolved.kind === 'refused') return []
  const people = headcount(intent.body.people, intent.body.guests)
  const { interval } = resolved
  const ownTimes = ownTimesOf(catalogue, facts.ownBookings)
  const wish = { catalogue, member, resource, interval, people, occupied, ownTimes }
  return findAlternatives({ ...wish, now, distance })
}

function offerOf(facts: SettleFacts, trial: Extract<Trial, { kind: 'fits' }>): Alternative {
  return {
    choice: choiceAt(facts.catalogue, trial.resource.id, trial.interval),
    price: trial.price,
  }
}
