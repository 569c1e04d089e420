/** `wait.join`, `order.place`, `wait.leave` and `wait.remove`: who waits for what. */
import { isStaff } from '../../domain/access/role.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { leaveWait } from '../../domain/bookings/waitlist/answer-offer.ts'
import {
  joinWait,
  placeOrder,
  type WaitDecision,
  type WaitingFacts,
} from '../../domain/bookings/waitlist/join-wait.ts'
import { isOpen, type Wait, type WaitEnding } from '../../domain/bookings/waitlist/wait.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId, WaitId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { refused } from '../settlement/verdict.ts'
import { findWait } from '../storage/load-waits.ts'
import type { LoadFacts } from './load-facts.ts'
import { ownWaits } from './settle-series.ts'

export function waitKinds(loadFacts: LoadFacts) {
  async function load(
    ledger: Ledger,
    siteId: SiteId,
    choices: readonly Pick<Choice, 'interval'>[],
    actor: Member,
    now: Instant,
  ): Promise<WaitingFacts | null> {
    if (!actor.siteIds.includes(siteId)) return null
    const facts = await loadFacts(ledger, siteId, choices, { member: actor, madeBy: null }, now)
    return facts === null ? null : { ...facts, ownWaits: await ownWaits(ledger, actor, now) }
  }

  const join = settlementKind<'wait.join', WaitingFacts | null>({
    kind: 'wait.join',
    load: (ledger, { body }, actor, now) => load(ledger, body.siteId, [body.choice], actor, now),
    decide: (intent, facts, _actor, now) =>
      facts === null ? unknownPlace : decided(joinWait(intent, facts, now)),
  })

  const order = settlementKind<'order.place', WaitingFacts | null>({
    kind: 'order.place',
    // Nothing is booked by placing it, so nothing needs to be known of any time.
    load: (ledger, { body }, actor, now) =>
      load(ledger, body.siteId, [{ interval: { startsAt: now, endsAt: now } }], actor, now),
    decide: (intent, facts, _actor, now) =>
      facts === null ? unknownPlace : decided(placeOrder(intent, facts, now)),
  })

  return [join, order, leave, remove]
}

interface Found {
  readonly wait: Wait | null
  /** The booking that is offered to it; null where none is. */
  readonly offer: Booking | null
}

async function find(ledger: Ledger, waitId: WaitId): Promise<Found> {
  const wait = await findWait(ledger.tx, waitId)
  const offer = wait?.state === 'offered' ? await ledger.booking(wait.offer.bookingId) : null
  return { wait, offer }
}

const leave = settlementKind<'wait.leave', Found>({
  kind: 'wait.leave',
  load: (ledger, { body }) => find(ledger, body.waitId),
  decide: (_intent, { wait, offer }, actor, now) => {
    // Somebody else's and none are the same answer, so that ids tell nothing.
    if (wait === null || wait.memberId !== actor.id) return unknownWait
    return ended(wait, offer, { because: 'left', bookingId: offer?.id ?? null }, now)
  },
})

const remove = settlementKind<'wait.remove', Found>({
  kind: 'wait.remove',
  load: (ledger, { body }) => find(ledger, body.waitId),
  decide: (intent, { wait, offer }, actor, now) => {
    const { reason } = intent.body
    if (wait === null || !isStaff(actor.role) || !actor.siteIds.includes(wait.siteId)) {
      return unknownWait
    }
    const { outcome, facts } = ended(wait, offer, { because: 'removed', reason }, now)
    if (facts.length === 0) return { outcome, facts }
    const trail = { command: intent.kind, subject: wait.id, detail: reason }
    return { outcome, facts: [...facts, { kind: 'audit', ...trail }] }
  },
})

/** Leaving is always allowed; what is over already is left. */
function ended(wait: Wait, offer: Booking | null, ending: WaitEnding, now: Instant): Decision {
  if (!isOpen(wait, now)) return { outcome: granted, facts: [] }
  const left = leaveWait(wait, offer, ending, now)
  const facts: Fact[] = [{ kind: 'wait', wait: left.wait }]
  if (left.booking !== null) facts.push({ kind: 'booking', booking: left.booking, before: offer })
  return { outcome: granted, facts }
}

function decided({ outcome, wait }: WaitDecision): Decision {
  return { outcome, facts: wait === null ? [] : [{ kind: 'wait', wait }] }
}

const unknownPlace = refused({ reason: 'unknown-resource' })
const unknownWait = refused({ reason: 'unknown-wait' })
