/** What changed between two versions of a plan, as a person would say it: "3 moved, 1 added, 1 removed". */
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { FloorPlan, Placement } from '../floor-plan.ts'

export interface PlaceKey {
  readonly resourceId: ResourceId
  readonly unit: number | null
}

export interface PlanDiff {
  readonly added: readonly PlaceKey[]
  readonly removed: readonly PlaceKey[]
  /** Elsewhere or turned. */
  readonly moved: readonly PlaceKey[]
  /** Of another size or shape, where they were. */
  readonly reshaped: readonly PlaceKey[]
  /** Walls, furniture, ground, zones, words and the picture below them: how many are there now that were not, and the other way round. */
  readonly drawn: { readonly added: number; readonly removed: number }
  readonly isResized: boolean
}

export function diffPlans(before: FloorPlan, after: FloorPlan): PlanDiff {
  const old = byKey(before.placements)
  const now = byKey(after.placements)
  const both = [...now].flatMap(([key, place]) => {
    const was = old.get(key)
    return was === undefined ? [] : [{ was, place }]
  })
  const hasMoved = (a: Placement, b: Placement) =>
    a.x !== b.x || a.y !== b.y || a.rotation !== b.rotation
  const isReshaped = (a: Placement, b: Placement) =>
    a.width !== b.width || a.height !== b.height || a.shape !== b.shape
  return {
    added: keysOf([...now].filter(([key]) => !old.has(key)).map(([, place]) => place)),
    removed: keysOf([...old].filter(([key]) => !now.has(key)).map(([, place]) => place)),
    moved: keysOf(both.filter(({ was, place }) => hasMoved(was, place)).map(({ place }) => place)),
    reshaped: keysOf(
      both
        .filter(({ was, place }) => !hasMoved(was, place) && isReshaped(was, place))
        .map(({ place }) => place),
    ),
    drawn: diffDrawn(before, after),
    isResized: before.width !== after.width || before.height !== after.height,
  }
}

/** True when nobody would see a difference. */
export function isSamePlan({ added, removed, moved, reshaped, drawn, isResized }: PlanDiff) {
  const places = added.length + removed.length + moved.length + reshaped.length
  return places + drawn.added + drawn.removed === 0 && !isResized
}

function byKey(placements: readonly Placement[]): ReadonlyMap<string, Placement> {
  return new Map(placements.map((place) => [`${place.resourceId}.${place.unit}`, place]))
}

function keysOf(placements: readonly Placement[]): readonly PlaceKey[] {
  return placements.map(({ resourceId, unit }) => ({ resourceId, unit }))
}

/** Things without a name of their own are the same where they are equal. */
function diffDrawn(before: FloorPlan, after: FloorPlan): PlanDiff['drawn'] {
  const left = countEqual(drawnOf(before))
  let added = 0
  for (const one of drawnOf(after)) {
    const count = left.get(one) ?? 0
    if (count === 0) added += 1
    else left.set(one, count - 1)
  }
  return { added, removed: [...left.values()].reduce((sum, count) => sum + count, 0) }
}

function drawnOf({ areas, zones, walls, fixtures, labels, ...plan }: FloorPlan): readonly string[] {
  const of = (kind: string, parts: readonly object[]) =>
    parts.map((part) => `${kind} ${JSON.stringify(Object.entries(part).sort())}`)
  return [
    ...of('area', areas),
    ...of('zone', zones),
    ...of('wall', walls),
    ...of('fixture', fixtures),
    ...of('label', labels),
    ...of('background', plan.background === undefined ? [] : [plan.background]),
  ]
}

function countEqual(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
