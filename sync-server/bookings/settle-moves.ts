/** `booking.change`, `booking.end`, `booking.sit`: a booking at another time or place, longer, shorter, over now, or where its member sits. */
import { isStaff } from '../../domain/access/role.ts'
import { sitHere } from '../../domain/bookings/arrival/sit-here.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import {
  type ChangeFacts,
  endBooking,
  settleChange,
} from '../../domain/bookings/changes/settle-change.ts'
import { wasAway } from '../../domain/bookings/prepaid/payment-hold.ts'
import type { SettleDecision } from '../../domain/bookings/settle.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Choice, Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { countedFrom, daysAround, payingOf } from './load-facts.ts'
import { askerOf, loadGeneration, unknownBooking } from './settle-change.ts'

type Moving = 'booking.change' | 'booking.end' | 'booking.sit'

export function settleMoves(loadDistances: LoadDistances) {
  async function load(
    ledger: Ledger,
    intent: Intent<Moving>,
    wished: Choice | null,
    actor: Member,
    now: Instant,
  ): Promise<ChangeFacts | null> {
    const booking = await ledger.booking(intent.body.bookingId)
    if (booking === null) return null
    const { siteId, memberId } = booking
    const catalogue = await ledger.catalogue(siteId)
    const member = await ledger.member(memberId)
    if (catalogue === null || member === null) return null
    const has = choiceAt(catalogue, booking.resourceId, booking.interval)
    const choices = wished === null ? [has] : [has, wished]
    const occupied = await ledger.occupiedAround(siteId, daysAround(choices))
    const since = countedFrom(catalogue, member, choices, now)
    const ownBookings = await ledger.bookingsOf(memberId, since)
    const madeAt = effectiveAt(intent, await loadGeneration(ledger), now)
    const { paying } = await payingOf(ledger, catalogue)
    const isAway = wasAway(madeAt, ownBookings, now)
    return {
      ...{ booking, catalogue, member, occupied, deadlineAt: intent.deadlineAt },
      ...{ intentId: intent.id, approval: isStaff(actor.role) ? 'own' : 'asked' },
      ownBookings,
      wallet: await ledger.walletOf(catalogue, member, now),
      ...(paying === undefined ? {} : { paying: { isAway } }),
      distance: await loadDistances(ledger.tx, catalogue.site),
      effectiveAt: madeAt,
    }
  }

  return [
    settlementKind<'booking.change', ChangeFacts | null>({
      kind: 'booking.change',
      load: (ledger, intent, actor, now) => load(ledger, intent, intent.body.choice, actor, now),
      decide: (intent, facts, actor, now) =>
        decide(intent, facts, actor, (known) => settleChange(intent.body, known, now)),
    }),
    settlementKind<'booking.end', ChangeFacts | null>({
      kind: 'booking.end',
      load: (ledger, intent, actor, now) => load(ledger, intent, null, actor, now),
      decide: (intent, facts, actor, now) =>
        decide(intent, facts, actor, (known) => endBooking(known, now)),
    }),
    settlementKind<'booking.sit', ChangeFacts | null>({
      kind: 'booking.sit',
      load: (ledger, intent, actor, now) => load(ledger, intent, null, actor, now),
      decide: (intent, facts, actor, now) =>
        decide(intent, facts, actor, (known) => sitHere(intent.body, known, now)),
    }),
  ]
}

/** Somebody else's booking and none are the same answer; what staff did is kept in the trail. */
function decide(
  { kind }: Intent<Moving>,
  facts: ChangeFacts | null,
  actor: Member,
  settle: (facts: ChangeFacts) => SettleDecision,
): Decision {
  const asker = facts === null ? null : askerOf(facts.booking, actor)
  if (facts === null || asker === null) return unknownBooking
  const { booking: before } = facts
  const { outcome, booking } = settle(facts)
  if (booking === null) return { outcome, facts: [] }
  // What asks the team, or waits for its money, is a booking of its own, beside the one that it would move.
  const isRequest = booking.id !== before.id
  const written: Fact[] = [{ kind: 'booking', booking, before: isRequest ? null : before }]
  if (asker === 'space') {
    const { resourceId, wall, owed } = booking
    const detail = JSON.stringify({ resourceId, start: wall.start, end: wall.end, owed })
    written.push({ kind: 'audit', command: kind, subject: booking.id, detail })
  }
  return { outcome, facts: written }
}
