/**
 * What the member sees: the server's facts, overlaid with this device's own unsettled wishes.
 *
 * `i1'` is a wish not settled yet: it shows as saved or received, never as booked. `i1→✓` shows the booking, `i1→✗` the refusal with
 * its reason. A wish about an existing booking (cancel, confirm, extend) stands beside the booking's state, never instead of it.
 */
import { basketIdOf, type IntentId, type SeriesId } from '../values/ids.ts'
import { DAY_MS, type Instant } from '../values/instant.ts'
import { compare, type Money } from '../values/money.ts'
import { arrivalTimes } from './arrival/arrival-times.ts'
import { itemWishes } from './baskets/item-wish.ts'
import type { Booking } from './booking.ts'
import { type BookingViewRow, nothingMore } from './booking-view-row.ts'
import { answersByBooking, viewedAnswer } from './changes/viewed-answer.ts'
import { headcount, invited } from './guests/guest.ts'
import { openGuestChanges, viewedGuests } from './guests/viewed-guests.ts'
import { occurrenceRefusals, occurrenceWishes, restoredWishes } from './series/occurrence-story.ts'
import type { Series } from './series/series.ts'
import { cancellationOf, stateOf } from './viewed-state.ts'
import { viewedPlace, viewedTime } from './viewed-time.ts'
import { offerState, viewedOffers } from './waitlist/viewed-offers.ts'
import type { Wait } from './waitlist/wait.ts'
import type { AnyIntent, Intent } from './wishes/intent.ts'
import type { Outcome, SettledIntent } from './wishes/outcome.ts'
import { type OpenWish, wishesByBooking } from './wishes-about.ts'

/** A refusal stays in sight this long, so that a member who was away still learns of it. */
const REFUSAL_SHOWN_MS = 7 * DAY_MS

/** An own wish as the device keeps it. */
export interface OwnIntent {
  readonly intent: AnyIntent
  readonly state: 'saved' | 'received' | 'settled' | 'expired'
  readonly settled: SettledIntent | null
}

export interface BookingViewInput {
  readonly bookings: readonly Booking[]
  readonly settled: readonly SettledIntent[]
  /** The rules of the series that the bookings belong to. */
  readonly series: readonly Series[]
  readonly intents: readonly OwnIntent[]
  /** What the member waits for: tells an offer from a hold that they asked for. */
  readonly waits?: readonly Wait[]
  /** The server's time as far as the device knows it: only decides how long a refusal stays in sight. */
  readonly now: Instant
}

export function bookingView(input: BookingViewInput): readonly BookingViewRow[] {
  const settled = new Map<IntentId, SettledIntent>()
  for (const one of input.intents) if (one.settled !== null) settled.set(one.intent.id, one.settled)
  for (const one of input.settled) settled.set(one.intentId, one)
  const wishes = wishesByBooking(input.intents, settled)
  const rows = new Map<string, BookingViewRow>()
  for (const one of [...settled.values()].flatMap((all) => [all, ...occurrenceRefusals(all)])) {
    const row = refusedRow(one, input)
    if (row !== null && !rows.has(row.id)) rows.set(row.id, row)
  }
  const series = new Map(input.series.map((one) => [one.id, one]))
  for (const own of input.intents) {
    const outcome = settled.get(own.intent.id)?.outcome
    if (outcome !== undefined && !isYes(outcome)) continue
    // A yes whose booking has not arrived is still a wish here: only the booking itself is shown as booked, and takes its place.
    const state = own.state === 'settled' ? 'received' : own.state
    for (const row of unsettledRows(own.intent, state, series)) {
      if (!rows.has(row.id)) rows.set(row.id, row)
    }
  }
  const guestChanges = openGuestChanges(input.intents, (id) => settled.has(id))
  const answers = answersByBooking(settled.values())
  const offers = viewedOffers(input.waits ?? [])
  for (const booking of input.bookings) {
    if (offers.declined.has(booking.id) || isMoveOver(booking)) continue
    const row = {
      ...bookedRow(booking, settled.get(booking.intentId), wishes.get(booking.id) ?? null),
      ...offerState(booking, offers, answers.get(booking.id), input.now),
    }
    const hosted = viewedGuests(booking, guestChanges.get(booking.id))
    const answer = viewedAnswer(booking, answers.get(booking.id), input.now)
    rows.set(row.id, { ...row, ...hosted, answer, series: seriesOfRow(booking, series) })
  }
  return [...rows.values()].sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
}

/** A request that became the booking's move, or was taken back: its booking tells the rest. */
function isMoveOver({ moves, state }: Booking): boolean {
  return moves !== null && state === 'cancelled'
}

function isYes(outcome: Outcome): boolean {
  return outcome.kind === 'confirmed' || outcome.kind === 'held' || isOfMany(outcome)
}

/** One outcome for several bookings. */
function isOfMany({ kind }: Outcome): boolean {
  return kind === 'series' || kind === 'basket'
}

/** The rule travels apart from the bookings; one that has not arrived leaves a booking by itself. */
function seriesOfRow(
  { series }: Booking,
  known: ReadonlyMap<SeriesId, Series>,
): BookingViewRow['series'] {
  const rule = series === null ? undefined : known.get(series.id)
  if (series === null || rule === undefined) return null
  return { ...series, recurrence: rule.recurrence, span: rule.span }
}

/** The tail that an intent and its booking share: one row before and after settlement. */
export function rowId(id: string): string {
  return id.slice(4)
}

function unsettledRows(
  intent: AnyIntent,
  state: 'saved' | 'received' | 'expired',
  known: ReadonlyMap<SeriesId, Series>,
): readonly BookingViewRow[] {
  if (intent.kind === 'booking.request') return [unsettledRow(intent, state)]
  if (intent.kind === 'basket.request') {
    const basketId = basketIdOf(intent.id)
    return itemWishes(intent).map((wish) => ({
      ...unsettledRow(wish, state),
      intentId: intent.id,
      basketId,
    }))
  }
  return wishesOfSeries(intent, known).map(({ wish, series }) => ({
    ...unsettledRow(wish, state),
    intentId: intent.id,
    series,
  }))
}

function wishesOfSeries(intent: AnyIntent, known: ReadonlyMap<SeriesId, Series>) {
  if (intent.kind === 'series.request') return occurrenceWishes(intent)
  return intent.kind === 'series.restore' ? restoredWishes(intent, known) : []
}

function unsettledRow(
  intent: Intent<'booking.request'>,
  state: 'saved' | 'received' | 'expired',
): BookingViewRow {
  const { body } = intent
  return {
    ...nothingMore,
    ...viewedTime(body.choice),
    id: rowId(intent.id),
    intentId: intent.id,
    siteId: body.siteId,
    resourceId: body.choice.resourceId,
    unit: body.choice.unit,
    state,
    people: headcount(body.people, body.guests),
    guests: invited(body.guests),
    note: body.note,
    price: state === 'expired' ? null : body.quote,
    payWith: body.payWith,
    madeAt: intent.madeAt,
  }
}

const wishKinds: readonly AnyIntent['kind'][] = [
  'booking.request',
  'series.request',
  'basket.request',
]

function refusedRow(one: SettledIntent, input: BookingViewInput): BookingViewRow | null {
  const { outcome, wish } = one
  const isWish = wishKinds.includes(one.kind)
  if (!isWish || wish === null || one.siteId === null) return null
  if (outcome.kind !== 'refused' && outcome.kind !== 'ask-again') return null
  if (one.settledAt + REFUSAL_SHOWN_MS < input.now) return null
  const isExpired = outcome.kind === 'refused' && outcome.refusal.reason === 'expired'
  return {
    ...nothingMore,
    ...viewedTime(wish),
    id: rowId(one.intentId),
    intentId: one.intentId,
    siteId: one.siteId,
    resourceId: wish.resourceId,
    unit: wish.unit,
    state: outcome.kind === 'ask-again' ? 'ask-again' : isExpired ? 'expired' : 'refused',
    people: one.people,
    note: '',
    price: outcome.kind === 'ask-again' ? outcome.price : null,
    basket: one.basket ?? null,
    refusal: outcome.kind === 'refused' ? outcome.refusal : null,
    alternatives: outcome.alternatives,
    madeAt: one.settledAt,
    settledAt: one.settledAt,
  }
}

function bookedRow(
  booking: Booking,
  settled: SettledIntent | undefined,
  wish: OpenWish | null,
): BookingViewRow {
  const outcome = settled?.outcome
  const choice = outcome?.kind === 'confirmed' || outcome?.kind === 'held' ? outcome.choice : 0
  // What became of the first wish is no story any more once the booking was taken elsewhere.
  const first = booking.changedAt === null ? settled : undefined
  const wished = first?.wish?.resourceId ?? null
  return {
    ...nothingMore,
    ...viewedTime(booking),
    id: rowId(booking.id),
    intentId: booking.intentId,
    bookingId: booking.id,
    siteId: booking.siteId,
    resourceId: booking.resourceId,
    unit: booking.unit,
    state: stateOf(booking),
    people: booking.people,
    note: booking.note,
    price: booking.price,
    owed: booking.owed,
    policy: booking.policy,
    extras: booking.extras,
    basketId: booking.basketId,
    covered: booking.covered,
    payWith: booking.payWith,
    cancelled: cancellationOf(booking),
    quoted: shownBefore(booking.price, first?.quote ?? null),
    ...wish,
    holdExpiresAt: booking.state === 'held' ? booking.holdExpiresAt : null,
    holdExtended: booking.state === 'held' && booking.holdExtended,
    paidWith: booking.paidWith,
    isPrepaid: booking.isPrepaid,
    checkIn: arrivalTimes(booking),
    isFeeWaived: booking.state === 'no-show' && booking.isFeeWaived,
    declineReason: booking.state === 'declined' ? booking.reason : null,
    alternatives: booking.state === 'declined' ? booking.alternatives : [],
    choice,
    wishedResourceId: choice === 0 || wished === booking.resourceId ? null : wished,
    madeBy: booking.madeBy?.as ?? null,
    movesFrom: booking.moves === null ? null : viewedPlace(booking.moves),
    madeAt: booking.settledAt,
    settledAt: booking.settledAt,
  }
}

function shownBefore(price: Money, quote: Money | null): Money | null {
  if (quote === null || quote.currency !== price.currency) return null
  return compare(price, quote) > 0 ? quote : null
}
