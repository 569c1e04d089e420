/** `booking.confirm`: the yes to a hold or to an offer. Too late, it is refused with the next best (D-37). */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { confirmHold } from '../../domain/bookings/change-booking.ts'
import { type SettleDecision, type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import { acceptOffer, isOfferOf } from '../../domain/bookings/waitlist/answer-offer.ts'
import { wishFor } from '../../domain/bookings/waitlist/give-place.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import { waitIdOfBooking } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { zero } from '../../domain/values/money.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { findWait } from '../storage/load-waits.ts'
import type { LoadFacts } from './load-facts.ts'
import { askerOf, unknownBooking } from './settle-change.ts'

interface Found {
  readonly booking: Booking
  readonly isOffer: boolean
  /** Null where its member or location is gone. */
  readonly facts: SettleFacts | null
}

export function settleConfirm(loadFacts: LoadFacts) {
  return settlementKind<'booking.confirm', Found | null>({
    kind: 'booking.confirm',
    load: async (ledger, { body: { bookingId } }, _actor, now) => {
      const booking = await ledger.booking(bookingId)
      if (booking === null) return null
      const wait = await findWait(ledger.tx, waitIdOfBooking(booking.id))
      const facts = await loadAround(ledger, booking, loadFacts, now)
      return { booking, isOffer: isOfferOf(booking, wait), facts }
    },
    decide: (intent, found, actor, now) => {
      const asker = found === null ? null : askerOf(found.booking, actor)
      if (found === null || asker === null) return unknownBooking
      const { booking: before } = found
      const { outcome, booking } = confirm(found, now)
      if (booking === null) return { outcome, facts: [] }
      const facts: Fact[] = [{ kind: 'booking', booking, before }]
      if (asker === 'space') {
        facts.push({ kind: 'audit', command: intent.kind, subject: before.id, detail: '' })
      }
      return { outcome, facts }
    },
  })
}

async function loadAround(
  ledger: Ledger,
  booking: Booking,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<SettleFacts | null> {
  const member = await ledger.member(booking.memberId)
  if (member === null) return null
  return loadFacts(ledger, booking.siteId, [booking], { member, madeBy: booking.madeBy }, now)
}

function confirm({ booking, isOffer, facts }: Found, now: Instant): SettleDecision {
  const place = facts === null ? null : findResource(facts.catalogue, booking.resourceId)
  const decision =
    isOffer && facts !== null && place !== null
      ? acceptOffer(booking, place, facts.member, now)
      : confirmHold(booking, now)
  const { outcome } = decision
  const isTooLate = outcome.kind === 'refused' && hasRunOut(booking, now)
  if (!isTooLate || facts === null) return decision
  const refusal = { reason: 'hold-expired' } as const
  const alternatives = nextBest(booking, facts, now)
  return { outcome: { kind: 'refused', refusal, alternatives }, booking: null }
}

/** Whether or not the job that says so has run. */
function hasRunOut(booking: Booking, now: Instant): boolean {
  if (booking.state === 'lapsed') return booking.heldFor === 'confirmation'
  return booking.state === 'held' && booking.holdExpiresAt <= now
}

/** The place itself where nobody has been given it yet, then what is near. */
function nextBest(booking: Booking, facts: SettleFacts, now: Instant): readonly Alternative[] {
  const { siteId, people, note, payWith, resourceId, unit, interval } = booking
  const choice = choiceAt(facts.catalogue, resourceId, interval)
  const quote = zero(facts.catalogue.site.currency)
  const without: SettleFacts = {
    ...facts,
    ownBookings: facts.ownBookings.filter(({ id }) => id !== booking.id),
    occupied: facts.occupied.filter(
      (span) =>
        !isLive(booking.state) ||
        span.resourceId !== resourceId ||
        span.unit !== unit ||
        span.interval.startsAt !== interval.startsAt,
    ),
  }
  const wish = wishFor(booking.intentId, { siteId, people, note, payWith, choice, quote }, now)
  const { outcome, booking: free } = settle(wish, without, now)
  if (free !== null) return [{ choice, price: free.price }]
  return outcome.kind === 'refused' || outcome.kind === 'ask-again' ? outcome.alternatives : []
}
