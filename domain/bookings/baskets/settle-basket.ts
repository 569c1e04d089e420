/**
 * The settlement of a basket: one wish, one outcome, all of it or none.
 *
 *   i1' room + projector + lunch ═══ i1→✓ all three, one total
 *                                    i1→✗basket-item 1    nothing, which item said no, and what would do instead
 *                                    i1→?  the total is above what was agreed: nothing, and what it costs now
 *
 * Each item is settled by the function that settles a booking by itself, and sees what the earlier ones were given (D-13, D-24). Prices
 * are compared as one total: a member agrees to a sum, not to its parts.
 */
import { findResource } from '../../sites/catalogue.ts'
import { basketIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { add, compare, type Money, money, zero } from '../../values/money.ts'
import { type BookedExtra, type Booking, isLive } from '../booking.ts'
import { missingConsent } from '../house-rules/accept-rules.ts'
import { walletWith } from '../lots/wallet-with.ts'
import { occupiedBy } from '../occupied-by.ts'
import { payTogether } from '../prepaid/pay-together.ts'
import { type SettleDecision, type SettleFacts, settle } from '../settle.ts'
import type { BasketItem, BasketRequest } from '../wishes/basket-wish.ts'
import { resolveChoice } from '../wishes/choice.ts'
import type { AnyIntent, Intent } from '../wishes/intent.ts'
import type { Alternative, Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { itemWish } from './item-wish.ts'
import { priceExtras } from './price-extras.ts'

export interface BasketDecision {
  readonly outcome: Outcome
  readonly bookings: readonly Booking[]
}

type Wish = Intent<'basket.request'>
type Envelope = Omit<AnyIntent, 'kind' | 'body'>

export function settleBasket(intent: Wish, facts: SettleFacts, now: Instant): BasketDecision {
  const { body, deadlineAt } = intent
  if (deadlineAt < now) return refuse({ reason: 'expired', deadlineAt })
  const noConsent = missingConsent(facts, now)
  if (noConsent !== null) return refuse(noConsent)
  const answers = settleItems(intent, body, facts, now)
  const firstNo = answers.findIndex(({ kind }) => kind === 'refused')
  const no = answers[firstNo]
  if (no?.kind === 'refused') {
    return refuse(
      itemRefusal(body, facts, firstNo, no.refusal),
      helpFor(intent, facts, firstNo, now),
    )
  }
  const bookings = answers.flatMap((answer) => (answer.kind === 'fits' ? [answer.booking] : []))
  const price = totalOf(bookings, facts)
  const most = body.ceiling ?? body.quote
  if (most.currency !== price.currency || compare(price, most) > 0) {
    return { outcome: { kind: 'ask-again', price, alternatives: [] }, bookings: [] }
  }
  const held = payTogether(bookings, facts.paying?.isAway ?? false, now)
  return { outcome: yes(intent, held, price), bookings: held }
}

export type ItemAnswer =
  | { readonly kind: 'fits'; readonly booking: Booking }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Each item in order, whatever it costs, on facts that hold what the others before it were given. */
export function settleItems(
  intent: Envelope,
  body: Pick<BasketRequest, 'siteId' | 'note' | 'items'>,
  facts: SettleFacts,
  now: Instant,
): readonly ItemAnswer[] {
  const given: Booking[] = []
  return body.items.map((item, index) => {
    const answer = settleItem(intent, body, item, index + 1, withGiven(facts, given), now)
    if (answer.kind === 'fits') given.push(answer.booking)
    return answer
  })
}

function settleItem(
  intent: Envelope,
  body: Pick<BasketRequest, 'siteId' | 'note'>,
  item: BasketItem,
  number: number,
  facts: SettleFacts,
  now: Instant,
): ItemAnswer {
  const limit = limits.liveBookingsPerMemberMax
  const isAhead = ({ state, interval }: Booking) => isLive(state) && interval.endsAt > now
  if (facts.ownBookings.filter(isAhead).length >= limit) {
    return { kind: 'refused', refusal: { reason: 'quota', limit } }
  }
  const { booking, outcome } = tryItem(intent, body, item, number, facts, now, () => [])
  if (booking === null) {
    const refusal: Refusal = outcome.kind === 'refused' ? outcome.refusal : { reason: 'malformed' }
    return { kind: 'refused', refusal }
  }
  const extras = extrasOf(item, booking, facts, now)
  if (extras.kind === 'refused') return extras
  return { kind: 'fits', booking: joined(booking, intent, extras.extras) }
}

/** As a wish by itself that agrees to any price. */
function tryItem(
  intent: Envelope,
  body: Pick<BasketRequest, 'siteId' | 'note'>,
  item: BasketItem,
  number: number,
  facts: SettleFacts,
  now: Instant,
  findOffers?: () => readonly Alternative[],
): SettleDecision {
  const quote = money(Number.MAX_SAFE_INTEGER, facts.catalogue.site.currency)
  return settle(itemWish(intent, body, { ...item, quote }, number), facts, now, findOffers)
}

function extrasOf({ extras }: BasketItem, booking: Booking, facts: SettleFacts, now: Instant) {
  const { catalogue } = facts
  const resource = findResource(catalogue, booking.resourceId)
  if (resource === null)
    return { kind: 'refused', refusal: { reason: 'unknown-resource' } } as const
  return priceExtras(catalogue.site, resource, extras, booking.interval.startsAt, now)
}

function joined(booking: Booking, intent: Envelope, extras: readonly BookedExtra[]): Booking {
  const owed = extras.reduce((sum, { price }) => add(sum, price), booking.owed)
  return { ...booking, intentId: intent.id, basketId: basketIdOf(intent.id), extras, owed }
}

function withGiven(facts: SettleFacts, given: readonly Booking[]): SettleFacts {
  return {
    ...facts,
    occupied: [...facts.occupied, ...given.map(occupiedBy)],
    ownBookings: [...facts.ownBookings, ...given],
    wallet: walletWith(facts.wallet, given),
  }
}

export function totalOf(bookings: readonly Booking[], { catalogue }: SettleFacts): Money {
  return bookings.reduce((sum, { owed }) => add(sum, owed), zero(catalogue.site.currency))
}

function yes(intent: Wish, bookings: readonly Booking[], price: Money): Outcome {
  return {
    kind: 'basket',
    basketId: basketIdOf(intent.id),
    price,
    bookings: bookings.map((booking) => ({
      bookingId: booking.id,
      price: booking.owed,
      holdExpiresAt: booking.state === 'held' ? booking.holdExpiresAt : null,
    })),
  }
}

function itemRefusal(
  { items }: BasketRequest,
  { catalogue }: SettleFacts,
  item: number,
  refusal: Refusal,
): Refusal {
  const resourceId = items[item]?.choice.resourceId
  if (resourceId === undefined) return refusal
  const name = findResource(catalogue, resourceId)?.name ?? null
  return { reason: 'basket-item', item, resourceId, name, refusal }
}

/** What would do instead of the item that said no. Each was tried: with it, all of the basket would be booked (D-19). */
function helpFor(
  intent: Wish,
  facts: SettleFacts,
  index: number,
  now: Instant,
): readonly Alternative[] {
  const { body } = intent
  const item = body.items[index]
  if (item === undefined || resolveChoice(facts.catalogue.zone, item.choice).kind === 'refused') {
    return []
  }
  const others = body.items.filter((_, at) => at !== index)
  const rest = settleItems(intent, { ...body, items: others }, facts, now)
  const given = rest.flatMap((answer) => (answer.kind === 'fits' ? [answer.booking] : []))
  if (given.length < others.length) return []
  const alone = tryItem(intent, body, item, index + 1, withGiven(facts, given), now)
  if (alone.outcome.kind !== 'refused') return []
  return alone.outcome.alternatives.filter(({ choice }) => {
    const items = body.items.with(index, { ...item, choice })
    return settleItems(intent, { ...body, items }, facts, now).every(({ kind }) => kind === 'fits')
  })
}

function refuse(refusal: Refusal, alternatives: readonly Alternative[] = []): BasketDecision {
  return { outcome: { kind: 'refused', refusal, alternatives }, bookings: [] }
}
