/** `booking.approve` and `booking.decline`: the team's answer to a request. */

import { findAlternatives } from '../../domain/bookings/alternatives.ts'
import { approveRequest, declineRequest } from '../../domain/bookings/approval/answer-request.ts'
import { isRequest } from '../../domain/bookings/approval/request-sections.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { ApprovedMove } from '../../domain/bookings/changes/ask-to-move.ts'
import { approveAndPay } from '../../domain/bookings/changes/pay-to-change.ts'
import { ownTimesOf } from '../../domain/bookings/limits/own-time.ts'
import { withLinked } from '../../domain/bookings/links/linked-spans.ts'
import type { SettleDecision, SettleFacts } from '../../domain/bookings/settle.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import type { LoadFacts } from './load-facts.ts'
import { loadMove } from './load-move.ts'
import { askerOf, unknownBooking } from './settle-change.ts'

export function answerKinds(loadFacts: LoadFacts) {
  const approve = settlementKind<'booking.approve', Approved | null>({
    kind: 'booking.approve',
    load: async (ledger, { body }, _actor, now) => {
      const booking = await ledger.booking(body.bookingId)
      return booking && { booking, move: await loadMove(ledger, booking, now) }
    },
    decide: (_intent, found, actor, now) => {
      if (found === null || askerOf(found.booking, actor) !== 'space') return unknownBooking
      const { booking, move } = found
      if (move !== null) return moved(booking, approveAndPay(booking, move, now))
      return decided('booking.approve', booking, approveRequest(booking, now), '')
    },
  })

  const decline = settlementKind<'booking.decline', Declined | null>({
    kind: 'booking.decline',
    load: async (ledger, { body }, _actor, now) => {
      const booking = await ledger.booking(body.bookingId)
      if (booking === null) return null
      return { booking, around: await loadAround(ledger, booking, loadFacts, now) }
    },
    decide: ({ body: { reason } }, found, actor, now) => {
      if (found === null || askerOf(found.booking, actor) !== 'space') return unknownBooking
      const { booking, around } = found
      const instead = around === null ? [] : insteadOf(booking, around, now)
      const decision = declineRequest(booking, reason, instead, now)
      return decided('booking.decline', booking, decision, reason)
    },
  })

  return [approve, decline]
}

interface Approved {
  readonly booking: Booking
  /** What a request to move would move; null of any other. */
  readonly move: Awaited<ReturnType<typeof loadMove>>
}

function moved({ id: subject }: Booking, { outcome, changes }: ApprovedMove): Decision {
  if (changes.length === 0) return { outcome, facts: [] }
  const facts = changes.map((change): Fact => ({ kind: 'booking', ...change }))
  const trail = { command: 'booking.approve', subject, detail: '' }
  return { outcome, facts: [...facts, { kind: 'audit', ...trail }] }
}

interface Declined {
  readonly booking: Booking
  /** Null where nothing needs to be offered: it is no request any more, or its member is gone. */
  readonly around: SettleFacts | null
}

async function loadAround(
  ledger: Ledger,
  booking: Booking,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<SettleFacts | null> {
  // Whoever asked to move has a place still.
  if (!isRequest(booking) || booking.moves !== null) return null
  const member = await ledger.member(booking.memberId)
  if (member === null) return null
  return loadFacts(ledger, booking.siteId, [booking], { member, madeBy: booking.madeBy }, now)
}

/** What would be accepted instead: not the place itself, which the team has just refused. */
function insteadOf(
  { id, resourceId, interval, people }: Booking,
  facts: SettleFacts,
  now: Instant,
): readonly Alternative[] {
  const { catalogue, member, distance } = facts
  const occupied = withLinked(catalogue, facts.occupied)
  const resource = findResource(catalogue, resourceId)
  if (resource === null) return []
  const own = facts.ownBookings.filter((booking) => booking.id !== id)
  const ownTimes = ownTimesOf(catalogue, own)
  const wish = { catalogue, member, resource, interval, people, occupied, ownTimes, now, distance }
  return findAlternatives(wish).filter(({ choice }) => choice.resourceId !== resourceId)
}

function decided(
  command: 'booking.approve' | 'booking.decline',
  before: Booking,
  { outcome, booking }: SettleDecision,
  detail: string,
): Decision {
  if (booking === null) return { outcome, facts: [] }
  const subject = booking.id
  return {
    outcome,
    facts: [
      { kind: 'booking', booking, before },
      { kind: 'audit', command, subject, detail },
    ],
  }
}
