/**
 * Two states of a floor, thing by thing: what came, what went, what stands elsewhere, what is otherwise. Places are known by what they are; walls,
 * furniture and words have no name that lasts, so the nearest alike are taken for the same.
 */
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Point } from '../floor-plan.ts'
import { distanceBetween } from '../geometry.ts'
import { type Draft, type DraftObject, type DraftObjectId, objectsInOrder } from './draft.ts'

export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed'

export interface ThingChange {
  readonly kind: ChangeKind
  /** The thing as it was; null of what was added. */
  readonly before: DraftObjectId | null
  /** The thing as it is; null of what was removed. */
  readonly after: DraftObjectId | null
  /** How far it went, in centimetres. */
  readonly byCm: number
}

/** Beyond this, a plant here and a plant there are two plants. */
const SAME_THING_CM_MAX = 300

/**
 * What differs, in the order in which things are drawn: first what was there, then what was added. `isSaidOtherwise`: of a place another name, kind
 * or equipment is said, which no drawing of it shows.
 */
export function compareDrafts(
  before: Draft,
  after: Draft,
  isSaidOtherwise: (resourceId: ResourceId) => boolean = () => false,
): readonly ThingChange[] {
  const olds = objectsInOrder(before)
  const news = objectsInOrder(after)
  const pairs = pairUp(olds, news)
  const paired = new Set(pairs.values())
  return [
    ...olds.flatMap(([id, old]): readonly ThingChange[] => {
      const partner = pairs.get(id)
      const now = partner === undefined ? undefined : after.objects.get(partner)
      if (partner === undefined || now === undefined) {
        return [{ kind: 'removed', before: id, after: null, byCm: 0 }]
      }
      const isOtherwise = now.kind === 'place' && isSaidOtherwise(now.resourceId)
      const kind = isOtherwise ? 'changed' : changeOf(old, now)
      if (kind === null) return []
      const byCm = Math.round(distanceBetween(centreOfObject(old), centreOfObject(now)))
      return [{ kind, before: id, after: partner, byCm }]
    }),
    ...news.flatMap(([id]): readonly ThingChange[] =>
      paired.has(id) ? [] : [{ kind: 'added', before: null, after: id, byCm: 0 }],
    ),
  ]
}

type Things = readonly (readonly [DraftObjectId, DraftObject])[]

/** Which new thing each old one is. Equal ones first, so that nothing that stayed is taken for its neighbour. */
function pairUp(olds: Things, news: Things): ReadonlyMap<DraftObjectId, DraftObjectId> {
  const pairs = new Map<DraftObjectId, DraftObjectId>()
  const byKind = groupBy(news, ([, object]) => identityOf(object))
  const byFace = groupBy(news, ([, object]) => faceOf(object))
  const left = new Set(news.map(([id]) => id))
  const take = (old: DraftObjectId, now: DraftObjectId) => {
    pairs.set(old, now)
    left.delete(now)
  }
  for (const [id, object] of olds) {
    const equal = byFace.get(faceOf(object))?.find(([now]) => left.has(now))
    if (equal !== undefined) take(id, equal[0])
  }
  for (const [id, object] of olds) {
    if (pairs.has(id)) continue
    const alike = (byKind.get(identityOf(object)) ?? []).filter(([now]) => left.has(now))
    const nearest = nearestOf(object, alike)
    if (nearest !== null) take(id, nearest)
  }
  return pairs
}

/** A place is the same wherever it went; anything else within reach. */
function nearestOf(object: DraftObject, alike: Things): DraftObjectId | null {
  const far = (other: DraftObject) => distanceBetween(centreOfObject(object), centreOfObject(other))
  const reach = object.kind === 'place' ? Number.POSITIVE_INFINITY : SAME_THING_CM_MAX
  let best: { readonly id: DraftObjectId; readonly far: number } | null = null
  for (const [id, other] of alike) {
    const distance = far(other)
    if (distance <= reach && (best === null || distance < best.far)) best = { id, far: distance }
  }
  return best?.id ?? null
}

/** What makes it that thing and no other: the place itself, else what sort of thing it is. */
function identityOf(object: DraftObject): string {
  switch (object.kind) {
    case 'place':
      return `place ${object.resourceId}.${object.unit}`
    case 'zone':
      return `zone ${object.name}`
    case 'label':
      return `label ${object.text}`
    case 'fixture':
      return `fixture ${object.fixture}`
    case 'area':
      return `area ${object.surface}`
    case 'wall':
    case 'background':
      return object.kind
  }
}

/** All that can be seen of it. */
function faceOf(object: DraftObject): string {
  const { order: _, isLocked: __, goneBy: ___, ...face } = object
  return JSON.stringify(Object.entries(face).sort())
}

/** Null where nobody would see a difference. */
function changeOf(old: DraftObject, now: DraftObject): 'moved' | 'changed' | null {
  if (faceOf(old) === faceOf(now)) return null
  return faceOf(withoutPosition(old)) === faceOf(withoutPosition(now)) ? 'moved' : 'changed'
}

/** Turned is elsewhere too, as publishing counts it; a wall that is longer is another wall. */
function withoutPosition(object: DraftObject): DraftObject {
  const nowhere: Point = { x: 0, y: 0 }
  if (object.kind === 'wall') {
    const { from, to } = object.line
    return { ...object, line: { from: nowhere, to: { x: to.x - from.x, y: to.y - from.y } } }
  }
  return 'rotation' in object ? { ...object, at: nowhere, rotation: 0 } : { ...object, at: nowhere }
}

export function centreOfObject(object: DraftObject): Point {
  if (object.kind !== 'wall') return object.at
  const { from, to } = object.line
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
