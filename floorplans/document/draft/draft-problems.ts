/** Why a draft cannot be published yet: shown while it is drawn, and what the server refuses a publication for. */
import { type Resource, unitCount } from '../../../domain/sites/resource.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { TurnedBox } from '../floor-plan.ts'
import { boundsOf, boxesOverlap } from '../geometry.ts'
import { OBJECTS_MAX } from '../parse-floor-plan.ts'
import { makeSpatialIndex } from '../spatial-index.ts'
import {
  BACKGROUND_ID,
  type Draft,
  type DraftObjectId,
  type DraftObjectOf,
  objectsInOrder,
  type Size,
} from './draft.ts'

export interface DraftProblem {
  readonly reason:
    | 'too-many-objects'
    | 'overlap'
    | 'outside'
    /** The same place is drawn twice. */
    | 'twice'
    /** Nobody could book it: a new place without a name or a kind. */
    | 'unnamed'
    /** A seat that the pool does not have. */
    | 'no-such-unit'
    /** Members are to see a picture that the location does not have. */
    | 'no-picture'
  /** What it is about; empty where it is about the whole. */
  readonly objectIds: readonly DraftObjectId[]
}

export type Resources = ReadonlyMap<ResourceId, Resource>

/** A place as a box that knows what it is of. */
interface PlaceBox extends TurnedBox {
  readonly id: DraftObjectId
  readonly place: DraftObjectOf<'place'>
}

/** In the order in which things are drawn; a pair is named once. */
export function draftProblems(draft: Draft, resources: Resources): readonly DraftProblem[] {
  const objects = objectsInOrder(draft)
  const places = objects.flatMap(([id, object]) =>
    object.kind === 'place' ? [placeBox(id, object)] : [],
  )
  return [
    ...problemIf(objects.length > OBJECTS_MAX, 'too-many-objects'),
    ...problemIf(isPictureAwaited(objects), 'no-picture', BACKGROUND_ID),
    ...places.flatMap((box) => [
      ...problemIf(!isInside(draft.size, box), 'outside', box.id),
      ...problemIf(isUnnamed(box, draft, resources), 'unnamed', box.id),
      ...problemIf(isNoSuchUnit(box, resources), 'no-such-unit', box.id),
    ]),
    ...pairsThatMeet(places).flatMap(([one, other]) => [
      ...problemIf(isSamePlace(one, other), 'twice', one.id, other.id),
      ...problemIf(mayNotOverlap(one, other, resources), 'overlap', one.id, other.id),
    ]),
  ]
}

function isPictureAwaited(objects: ReturnType<typeof objectsInOrder>): boolean {
  return objects.some(
    ([, object]) =>
      object.kind === 'background' && object.shownTo === 'members' && object.picture === null,
  )
}

function placeBox(id: DraftObjectId, place: DraftObjectOf<'place'>): PlaceBox {
  return { id, place, ...place.at, ...place.size, rotation: place.rotation }
}

function problemIf(
  isThere: boolean,
  reason: DraftProblem['reason'],
  ...objectIds: readonly DraftObjectId[]
): readonly DraftProblem[] {
  return isThere ? [{ reason, objectIds }] : []
}

function isInside(size: Size, box: TurnedBox): boolean {
  const { minX, minY, maxX, maxY } = boundsOf(box)
  return minX >= 0 && minY >= 0 && maxX <= size.width && maxY <= size.height
}

function isUnnamed({ place }: PlaceBox, draft: Draft, resources: Resources): boolean {
  if (resources.has(place.resourceId)) return false
  const own = draft.resources.get(place.resourceId)
  return own?.name === undefined || own.kind === undefined
}

function isNoSuchUnit({ place }: PlaceBox, resources: Resources): boolean {
  const resource = resources.get(place.resourceId)
  if (resource?.mode.kind !== 'pool') return place.unit !== null
  return place.unit === null || place.unit > unitCount(resource)
}

/** Places that overlap, and those that are the same, wherever they stand. */
function pairsThatMeet(places: readonly PlaceBox[]): readonly (readonly [PlaceBox, PlaceBox])[] {
  const rank = new Map(places.map((box, index) => [box.id, index]))
  const isLater = (box: PlaceBox, than: number) => (rank.get(box.id) ?? 0) > than
  const index = makeSpatialIndex(places)
  const byPlace = new Map<string, PlaceBox[]>()
  for (const box of places) byPlace.set(keyOf(box), [...(byPlace.get(keyOf(box)) ?? []), box])
  return places.flatMap((box, at) => {
    const reach = Math.hypot(box.width, box.height) / 2
    const touching = index.near(box, reach).filter((other) => boxesOverlap(box, other))
    const same = byPlace.get(keyOf(box)) ?? []
    return [...new Set([...touching, ...same])]
      .filter((other) => isLater(other, at))
      .map((other) => [box, other] as const)
  })
}

function keyOf({ place }: PlaceBox): string {
  return `${place.resourceId}.${place.unit}`
}

function isSamePlace(one: PlaceBox, other: PlaceBox): boolean {
  return keyOf(one) === keyOf(other)
}

/** A part of a hall lies in it; nothing else shares its ground. */
function mayNotOverlap(one: PlaceBox, other: PlaceBox, resources: Resources): boolean {
  const isPart = (part: PlaceBox, whole: PlaceBox) =>
    resources.get(part.place.resourceId)?.partOf === whole.place.resourceId
  const isExcused = isSamePlace(one, other) || isPart(one, other) || isPart(other, one)
  return !isExcused && boxesOverlap(one, other)
}
