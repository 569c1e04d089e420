/**
 * What one wait is given of a place that became free: an offer, or, for a standing order, bookings. It is settled by the same function as
 * a wish for it would be, so that nobody is given by waiting what they could not book.
 */
import { tierOf } from '../../memberships/tier-of.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { effectiveRules } from '../../sites/effective-rules.ts'
import type { Resource } from '../../sites/resource.ts'
import { bookingIdOfWait, type IntentId, occurrenceIdOf, toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { type Booking, isLive } from '../booking.ts'
import { bookingFacts } from '../change-booking.ts'
import { walletWith } from '../lots/wallet-with.ts'
import { occupiedBy } from '../occupied-by.ts'
import { isToPay, paymentHold } from '../prepaid/payment-hold.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { Choice, Intent } from '../wishes/intent.ts'
import type { Freed } from './freed.ts'
import { offerExpiresAt, remaindersOf } from './offer-hold.ts'
import { openDays } from './order-days.ts'
import { endWait, isOrder, type StandingOrder, type Wait, waitFacts } from './wait.ts'

/** What a wait becomes, and the bookings that it is given. */
export interface Given {
  readonly wait: Wait
  readonly bookings: readonly Booking[]
}

/** Null where nothing of it can be had by this wait. */
export function givePlace(
  wait: Wait,
  freed: Freed,
  facts: SettleFacts,
  now: Instant,
): Given | null {
  if (wait.state !== 'waiting' || hasTooMany(facts, now)) return null
  return isOrder(wait) ? carryOut(wait, freed, facts, now) : offerPlace(wait, facts, now)
}

/** The space's own stop for far too many bookings counts here too. */
function hasTooMany({ ownBookings }: SettleFacts, now: Instant): boolean {
  const ahead = ownBookings.filter(({ state, interval }) => isLive(state) && interval.endsAt > now)
  return ahead.length >= limits.liveBookingsPerMemberMax
}

/** The first of the times that can be had, held for its member. */
function offerPlace(wait: Wait, facts: SettleFacts, now: Instant): Given | null {
  const [resourceId] = wait.resourceIds
  const place = resourceId === undefined ? null : findResource(facts.catalogue, resourceId)
  if (place === null) return null
  const { catalogue, intervals } = timesOf(wait, place, facts, now)
  for (const interval of intervals) {
    const expiresAt = offerExpiresAt(interval, now)
    if (expiresAt === null) continue
    const choice = choiceAt(catalogue, place.id, interval)
    const booking = tryFor(wait, choice, wait.intentId, { ...facts, catalogue }, now)
    if (booking === null) continue
    const id = bookingIdOfWait(wait.id)
    const hold = { state: 'held', heldFor: 'confirmation', holdExtended: false } as const
    const own = { id, intentId: wait.intentId, series: wait.series }
    const offered: Booking = { ...bookingFacts(booking), ...own, ...hold, holdExpiresAt: expiresAt }
    const offer = { bookingId: id, expiresAt }
    return { wait: { ...waitFacts(wait), state: 'offered', offer }, bookings: [offered] }
  }
  return null
}

/** The time as it was wished; of one that has begun what is left, for which neither notice nor the shortest time counts. */
function timesOf(
  wait: Wait,
  place: Resource,
  { catalogue, member }: SettleFacts,
  now: Instant,
): { readonly catalogue: Catalogue; readonly intervals: readonly Interval[] } {
  if (wait.interval.startsAt > now) return { catalogue, intervals: [wait.interval] }
  const rules = effectiveRules(place, tierOf(catalogue.tiers, member))
  const intervals = remaindersOf(catalogue.zone, wait.interval, rules, now)
  const shortest = { noticeMinutes: 0, minMinutes: rules.incrementMinutes }
  const resources = catalogue.resources.map((one) =>
    one.id === place.id ? { ...one, rules: { ...one.rules, ...shortest } } : one,
  )
  return { catalogue: { ...catalogue, resources }, intervals }
}

/** One booking a day, at the first of its places that is to be had; until it has had all it asked for. */
function carryOut(
  order: StandingOrder,
  freed: Freed,
  facts: SettleFacts,
  now: Instant,
): Given | null {
  const { standing } = order
  const bookings: Booking[] = []
  const had = [...standing.had]
  for (const { date, interval } of openDays(standing, facts.catalogue.zone, now)) {
    if (had.length >= standing.count) break
    if (!overlaps(interval, freed.interval)) continue
    const number = had.length + 1
    const booking = firstOf(order, freed, interval, number, withGiven(facts, bookings), now)
    if (booking === null) continue
    bookings.push(booking)
    had.push({ date, bookingId: booking.id })
  }
  if (bookings.length === 0) return null
  const carried: Wait = { ...order, standing: { ...standing, had } }
  const isDone = had.length >= standing.count
  return { wait: isDone ? endWait(carried, { because: 'booked' }, now) : carried, bookings }
}

function firstOf(
  order: StandingOrder,
  { resourceIds }: Freed,
  interval: Interval,
  number: number,
  facts: SettleFacts,
  now: Instant,
): Booking | null {
  const intentId = occurrenceIdOf(order.intentId, number)
  for (const id of order.resourceIds) {
    if (resourceIds !== null && !resourceIds.includes(id)) continue
    const choice = choiceAt(facts.catalogue, id, interval)
    const booking = tryFor(order, choice, intentId, facts, now)
    if (booking === null) continue
    const own = { ...booking, intentId: order.intentId }
    // Whoever gave the order looks at something else by now.
    return isToPay(own) ? { ...own, ...paymentHold(interval, true, now) } : own
  }
  return null
}

/** An offer is agreed to when it is accepted, so that no price keeps it from being made. */
const ANY_AMOUNT_MINOR = Number.MAX_SAFE_INTEGER

/** The booking that a wish for it would end in; null where it would be refused, or cost more than was agreed. */
function tryFor(
  { siteId, people, note, payWith, ceiling }: Wait,
  choice: Choice,
  id: IntentId,
  facts: SettleFacts,
  now: Instant,
): Booking | null {
  const { currency } = facts.catalogue.site
  const quote = ceiling ?? { amountMinor: ANY_AMOUNT_MINOR, currency }
  const wish = wishFor(id, { siteId, people, choice, quote, note, payWith }, now)
  return settle(wish, facts, now, () => []).booking
}

/** A wait as the wish it would be by itself. */
export function wishFor(
  id: IntentId,
  wished: Pick<
    Intent<'booking.request'>['body'],
    'siteId' | 'choice' | 'people' | 'quote' | 'note' | 'payWith'
  >,
  now: Instant,
): Intent<'booking.request'> {
  return {
    v: 1,
    id,
    kind: 'booking.request',
    device: toId('device', 'dev_space'),
    seq: 1,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(now),
    body: {
      ...wished,
      ...{ fallbacks: [], takeNearest: false, ceiling: null },
      ...{ guests: [], forMemberId: null, override: null },
    },
  }
}

export function withGiven(facts: SettleFacts, given: readonly Booking[]): SettleFacts {
  if (given.length === 0) return facts
  return {
    ...facts,
    wallet: walletWith(facts.wallet, given),
    occupied: [...facts.occupied, ...given.map(occupiedBy)],
    ownBookings: [...facts.ownBookings, ...given],
  }
}
