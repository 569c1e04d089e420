/** A state of a draft becomes the floor's next version, with what that makes of places and of their bookings: all of it, or nothing. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import { decidePublishing } from '../../domain/bookings/settings/publish-plan.ts'
import type { PublishRequest } from '../../domain/bookings/wishes/setting-requests.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import { refused } from '../settlement/verdict.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader } from '../storage/storage.ts'
import { type LoadedPublication, loadPublication } from './load-publication.ts'
import { asDecision, bookingsAhead } from './settle-setting.ts'

interface Facts {
  readonly catalogue: Catalogue
  readonly publication: LoadedPublication | null
  readonly bookings: readonly Booking[]
}

export const publishPlan = settlementKind<'plan.publish', Facts | null>({
  kind: 'plan.publish',
  load: async (ledger, { body }, actor, now) => {
    const { siteId } = body
    const catalogue = actor.siteIds.includes(siteId) ? await loadCatalogue(ledger.tx, siteId) : null
    if (catalogue === null) return null
    const publication = await loadPublication(ledger.tx, catalogue, body)
    if (publication !== null && (await takesOthers(ledger.tx, catalogue, publication))) return null
    return { catalogue, publication, bookings: await bookingsAhead(ledger, siteId, now) }
  },
  decide: ({ body }, facts, actor, now) =>
    facts === null ? refused({ reason: 'not-allowed' }) : decide(body, facts, actor, now),
})

function decide(
  request: PublishRequest,
  { catalogue, publication, bookings }: Facts,
  actor: Member,
  now: Instant,
): Decision {
  const occupied = bookings.map(occupiedBy)
  const drawn = publication?.drawn ?? null
  const decision = decidePublishing(request, drawn, { catalogue, bookings, occupied }, now)
  const isStale =
    decision.outcome.kind === 'refused' && decision.outcome.refusal.reason === 'setting-changed'
  if (publication === null || isStale) return { outcome: decision.outcome, facts: [] }
  const { plan, problems, changes, said } = publication
  if (problems.length > 0) {
    return refused({
      reason: 'invalid-plan',
      problems: problems.slice(0, limits.planProblemsToldMax),
    })
  }
  const { siteId, ...detail } = request
  const trail = { command: 'plan.publish', detail: { ...detail, changes } }
  const decided = asDecision(decision, bookings, trail)
  if (decided.outcome.kind !== 'confirmed') return decided
  // What is written is read by every device: it must be what they take for a plan.
  if (!parseFloorPlan(plan).ok) throw new Error('Broken invariant: a draft gives a plan')
  const published = { kind: 'plan', siteId, plan, by: actor.id, changes, places: said } as const
  return { ...decided, facts: [published, ...decided.facts] }
}

/** True when a place that would be new is another location's already, or was. */
async function takesOthers(
  reader: Reader,
  { site }: Catalogue,
  { drawn }: LoadedPublication,
): Promise<boolean> {
  for (const ids of inParts(drawn.places.map(({ resourceId }) => resourceId))) {
    const other = await reader
      .selectFrom('resource')
      .select('id')
      .where('id', 'in', ids)
      .where('site_id', '<>', site.id)
      .executeTakeFirst()
    if (other !== undefined) return true
  }
  return false
}
