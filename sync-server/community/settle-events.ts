/** Events: put up, called off, and who comes. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { type CommunityEvent, callOff } from '../../domain/community/events/event.ts'
import { type PutUpFacts, putUp } from '../../domain/community/events/put-up.ts'
import { answer, type Rsvp } from '../../domain/community/events/rsvp.ts'
import { type TellingFacts, tellAttendees } from '../../domain/community/events/tell-attendees.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { BookingId, ClosureId, EventId, SiteId } from '../../domain/values/ids.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { isLiveAround } from '../settlement/standing-list.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { countTellings, findEvent, rsvpsOf } from '../storage/load-happenings.ts'
import { loadPutUp, timesToRead } from './load-put-up.ts'
import { doorKeyOf } from './sign-passes.ts'

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

const save = settlementKind<'event.save', (PutUpFacts & { readonly hasKey: boolean }) | null>({
  kind: 'event.save',
  load: async (ledger, { body }, actor, now) => {
    if (!actor.siteIds.includes(body.siteId)) return null
    const catalogue = await ledger.catalogue(body.siteId)
    if (catalogue === null) return null
    const times = timesToRead(body, catalogue)
    const bookings = new Map<BookingId, Booking>()
    for (const time of times) {
      const read = await liveBookingsAround(ledger.tx, body.siteId, time)
      const live = ledger.asDecided(read, isLiveAround(body.siteId, time))
      for (const one of live) bookings.set(one.id, one)
    }
    const facts = await loadPutUp(ledger.tx, body, catalogue, [...bookings.values()], now)
    const hasKey = (await doorKeyOf(ledger.tx, body.siteId)) !== null
    return facts === null ? null : { ...facts, hasKey }
  },
  decide: ({ kind, body }, facts, _actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const decision = putUp(body, facts, now)
    if (decision.kind === 'refused') {
      const { refusal, alternatives } = decision
      return { outcome: { kind: 'refused', refusal, alternatives }, facts: [] }
    }
    const { siteId } = body
    const before = new Map(facts.bookings.map((booking) => [booking.id, booking]))
    // A location's first key is made when it is first needed: who comes has a pass from the beginning.
    const key: readonly Fact[] = facts.hasKey
      ? []
      : [{ kind: 'signing-key', siteId, madeBy: 'space' }]
    return done([
      ...key,
      ...released(siteId, decision.released),
      ...decision.closures.map((closure): Fact => ({ kind: 'closure', siteId, closure })),
      ...decision.bookings.map(
        (booking): Fact => ({
          ...{ kind: 'booking', booking },
          before: before.get(booking.id) ?? null,
        }),
      ),
      // All days but one that is changed are new.
      ...decision.events.map(
        (event): Fact => ({
          ...{ kind: 'event', event },
          before: facts.before?.id === event.id ? facts.before : null,
        }),
      ),
      ...decision.rsvps.map((rsvp): Fact => ({ kind: 'rsvp', siteId, rsvp })),
      ...decision.events.map(({ id, title }) => audit(kind, id, title)),
    ])
  },
})

const cancel = settlementKind<'event.call-off', (EventFacts & Held) | null>({
  kind: 'event.call-off',
  load: async (ledger, { body }, actor) => {
    const here = await eventHere(ledger, body, actor)
    const catalogue = await ledger.catalogue(body.siteId)
    if (here === null || catalogue === null) return null
    const own = catalogue.closures.filter(({ eventId }) => eventId === body.eventId)
    return { ...here, closureIds: own.map(({ id }) => id) }
  },
  decide: ({ kind, body }, facts, _actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const decision = callOff(facts.event, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const { event } = decision
    return done([
      ...released(body.siteId, facts.closureIds),
      { kind: 'event', event, before: facts.event },
      audit(kind, event.id, event.title),
    ])
  },
})

const tell = settlementKind<'event.tell', TellingFacts | null>({
  kind: 'event.tell',
  load: async (ledger, { body }, actor, now) => {
    const here = await eventHere(ledger, body, actor)
    if (here === null) return null
    return { ...here, toldToday: await countTellings(ledger.tx, body.eventId, now - DAY_MS) }
  },
  decide: ({ id: intentId, kind, body }, facts, _actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const decision = tellAttendees(body, facts, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const { event, to } = decision
    return done([
      { kind: 'event-told', event, intentId, to },
      audit(kind, event.id, `${body.audience} ${to.length}`),
    ])
  },
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

export const eventKinds = [save, cancel, tell, come, mark]

interface Held {
  readonly closureIds: readonly ClosureId[]
}

/** What an event lets go of is free from then on, and is given to who waits for it. */
function released(siteId: SiteId, closureIds: readonly ClosureId[]): readonly Fact[] {
  return closureIds.map((closureId) => ({ kind: 'closure-removed', siteId, closureId }))
}
