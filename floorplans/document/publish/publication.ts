/**
 * What publishing a draft means: the plan it becomes, what it says about the places that can be booked, and what stands in the way. Asked by
 * the editor before it offers to publish, and by the server when it does.
 */
import type { PlaceSettings, PlacesDrawn } from '../../../domain/bookings/settings/publish-plan.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { FloorId, ResourceId } from '../../../domain/values/ids.ts'
import type { Draft, DraftResource } from '../draft/draft.ts'
import { type DraftProblem, draftProblems, type Resources } from '../draft/draft-problems.ts'
import { planOfDraft } from '../draft/plan-of-draft.ts'
import type { FloorPlan } from '../floor-plan.ts'

/** What a draft said about places. */
export type DrawnPlaces = ReadonlyMap<ResourceId, DraftResource>

export interface Published {
  /** Null where nothing has been published yet. */
  readonly plan: FloorPlan | null
  /** What the draft said when that was published: who changed a place since then elsewhere is not undone by it. */
  readonly places: DrawnPlaces
}

export interface Publication {
  readonly plan: FloorPlan
  readonly drawn: PlacesDrawn
  readonly problems: readonly DraftProblem[]
}

export function publicationOf(
  draft: Draft,
  floorId: FloorId,
  published: Published,
  resources: Resources,
): Publication {
  const version = (published.plan?.version ?? 0) + 1
  const plan = planOfDraft(draft, floorId, version)
  const drawn = idsOn(plan)
  return {
    plan,
    drawn: {
      floorId,
      version,
      places: [...drawn].map((resourceId) => ({
        resourceId,
        set: settingsOf(
          draft.resources.get(resourceId) ?? {},
          published.places.get(resourceId) ?? {},
          resources.get(resourceId),
        ),
      })),
      gone: [...idsOn(published.plan)].filter((id) => !drawn.has(id) && isOf(floorId, id)),
    },
    problems: draftProblems(draft, resources),
  }

  /** What somebody retired already needs no retiring, and what moved to another floor stays there. */
  function isOf(floor: FloorId, id: ResourceId): boolean {
    return resources.get(id)?.floorId === floor
  }
}

/** Each place once, however many of its units are drawn. */
function idsOn(plan: FloorPlan | null): ReadonlySet<ResourceId> {
  return new Set(plan?.placements.map(({ resourceId }) => resourceId))
}

/** What the draft changed since it was last published, and what is not so anyway; all it says of a place that is new. */
function settingsOf(
  said: DraftResource,
  saidBefore: DraftResource,
  resource: Resource | undefined,
): PlaceSettings {
  const news = fields.filter((field) => {
    if (said[field] === undefined) return false
    if (resource === undefined) return true
    const isSaidAnew = !isSame(said[field], saidBefore[field])
    return isSaidAnew && !isSame(said[field], resource[field])
  })
  return Object.fromEntries(news.map((field) => [field, said[field]]))
}

const fields = ['name', 'kind', 'zoneName', 'capacity', 'amenities'] as const

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
