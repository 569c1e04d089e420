/** Doors tell who came in: at once, or hours later when they find a network again. */
import { type DoorFacts, noteEntry } from '../../domain/community/door/entry.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import { done, refused } from '../settlement/verdict.ts'
import { codesOf, entriesOf, findEvent, rsvpsOf } from '../storage/load-happenings.ts'

export const noteAtDoor = settlementKind<'entry.note', DoorFacts | null>({
  kind: 'entry.note',
  load: async ({ tx }, { body: { siteId, eventId } }, actor) => {
    if (!actor.siteIds.includes(siteId)) return null
    const event = await findEvent(tx, eventId)
    if (event?.siteId !== siteId) {
      return { event: null, rsvps: [], codes: new Map(), entries: [] }
    }
    const rsvps = await rsvpsOf(tx, [eventId])
    const codeOf = await codesOf(tx, [eventId])
    const codes = new Map(rsvps.map((rsvp) => [rsvp.memberId, codeOf(rsvp)]))
    return { event, rsvps, codes, entries: await entriesOf(tx, [eventId]) }
  },
  decide: ({ id, body, madeAt, device }, facts, _actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const { siteId, code, people, way } = body
    const decision = noteEntry(facts, { id, code, people, way, at: madeAt, device }, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const { entry, rsvp } = decision
    const came: readonly Fact[] = rsvp === null ? [] : [{ kind: 'rsvp', siteId, rsvp }]
    return done([{ kind: 'entry', siteId, entry }, ...came])
  },
})
