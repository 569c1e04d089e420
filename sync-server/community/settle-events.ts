/** Events: put up, called off, and who comes. */
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import {
  type CommunityEvent,
  callOff,
  type EventDecision,
  type SavingFacts,
  saveEvent,
} from '../../domain/community/events/event.ts'
import { answer, type Rsvp } from '../../domain/community/events/rsvp.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { EventId, SiteId } from '../../domain/values/ids.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { countEventsAhead, findEvent, rsvpsOf } from '../storage/load-happenings.ts'

interface EventFacts {
  readonly event: CommunityEvent | null
  readonly rsvps: readonly Rsvp[]
}

/** Null at a location that is not the actor's; an event of another location is none. */
async function eventHere(
  ledger: Ledger,
  { siteId, eventId }: { readonly siteId: SiteId; readonly eventId: EventId },
  actor: Member,
): Promise<EventFacts | null> {
  if (!actor.siteIds.includes(siteId)) return null
  const found = await findEvent(ledger.tx, eventId)
  const event = found?.siteId === siteId ? found : null
  return { event, rsvps: event === null ? [] : await rsvpsOf(ledger.tx, [event.id]) }
}

const save = settlementKind<'event.save', SavingFacts | null>({
  kind: 'event.save',
  load: async (ledger, { body: { siteId, event } }, actor, now) => {
    const here = await eventHere(ledger, { siteId, eventId: event.id }, actor)
    const catalogue = here === null ? null : await ledger.catalogue(siteId)
    if (here === null || catalogue === null) return null
    const ahead = await countEventsAhead(ledger.tx, siteId, now)
    return { catalogue, before: here.event, rsvps: here.rsvps, ahead }
  },
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const { event, revision } = intent.body
    return saved(intent, saveEvent(event, revision, facts, now))
  },
})

const cancel = settlementKind<'event.call-off', EventFacts | null>({
  kind: 'event.call-off',
  load: (ledger, { body }, actor) => eventHere(ledger, body, actor),
  decide: (intent, facts, _actor, now) =>
    facts === null ? refused({ reason: 'not-allowed' }) : saved(intent, callOff(facts.event, now)),
})

const come = settlementKind<'rsvp.set', EventFacts | null>({
  kind: 'rsvp.set',
  load: (ledger, { body }, actor) => eventHere(ledger, body, actor),
  decide: ({ body }, facts, actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const said = { memberId: actor.id, people: body.people }
    const decision = answer(facts.event, facts.rsvps, said, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    return done(decision.rsvps.map((rsvp) => ({ kind: 'rsvp', siteId: body.siteId, rsvp })))
  },
})

const mark = settlementKind<'attendance.mark', EventFacts | null>({
  kind: 'attendance.mark',
  load: (ledger, { body }, actor) => eventHere(ledger, body, actor),
  decide: ({ kind, body }, facts) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const { siteId, eventId, memberId, hasCome } = body
    const rsvp = facts.rsvps.find((one) => one.memberId === memberId && one.state === 'going')
    if (rsvp === undefined) return refused({ reason: 'unknown-event' })
    if (rsvp.hasCome === hasCome) return refused({ reason: 'unchanged' })
    return done([
      { kind: 'rsvp', siteId, rsvp: { ...rsvp, hasCome } },
      audit(kind, eventId, `${memberId} ${hasCome}`),
    ])
  },
})

export const eventKinds = [save, cancel, come, mark]

function saved({ kind, body }: Intent<'event.save' | 'event.call-off'>, decision: EventDecision) {
  if (decision.kind === 'refused') return refused(decision.refusal)
  const { event, rsvps } = decision
  return done([
    { kind: 'event', event },
    ...rsvps.map((rsvp): Fact => ({ kind: 'rsvp', siteId: body.siteId, rsvp })),
    audit(kind, event.id, event.title),
  ])
}
