/** What a drawn place is: as the catalogue says, and what the draft says otherwise. */
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource, ResourceKind } from '../../../domain/sites/resource.ts'
import { type FloorId, isId, type ResourceId } from '../../../domain/values/ids.ts'
import {
  type Draft,
  type DraftObject,
  type DraftObjectOf,
  type DraftResource,
  objectsInOrder,
} from '../../../floorplans/document/draft/draft.ts'
import { FLOOR, type Touch } from '../../../floorplans/document/draft/touches.ts'
import type { TurnedBox } from '../../../floorplans/document/floor-plan.ts'
import { distanceBetween, distanceToBox } from '../../../floorplans/document/geometry.ts'
import { numbering } from '../../../floorplans/editor/desk-rows.ts'
import { words } from '../../ui/team-words.ts'

export interface PlaceFacts {
  readonly name: string
  readonly kind: ResourceKind
  readonly zoneName: string
  readonly capacity: number
  readonly amenities: readonly string[]
  /** As it is known to members; null for a new one. */
  readonly known: Resource | null
}

export function placeFacts(catalogue: Catalogue, draft: Draft, resourceId: ResourceId): PlaceFacts {
  const known = catalogue.resources.find(({ id }) => id === resourceId) ?? null
  const own = draft.resources.get(resourceId)
  return {
    name: own?.name ?? known?.name ?? '',
    kind: own?.kind ?? known?.kind ?? 'hot-desk',
    zoneName: own?.zoneName ?? known?.zoneName ?? '',
    capacity: own?.capacity ?? known?.capacity ?? 1,
    amenities: own?.amenities ?? known?.amenities ?? [],
    known,
  }
}

/** What a thing is called, in the list and in sentences. */
export function nameOfObject(catalogue: Catalogue, draft: Draft, object: DraftObject): string {
  switch (object.kind) {
    case 'place': {
      const { name } = placeFacts(catalogue, draft, object.resourceId)
      return object.unit === null ? name : `${name} ${object.unit}`
    }
    case 'zone':
      return object.name
    case 'label':
      return object.text
    case 'fixture':
      return words.drawing.fixtures[object.fixture]
    case 'area':
      return words.drawing.surfaces[object.surface]
    case 'background':
    case 'wall':
      return words.drawing.kinds[object.kind]
  }
}

/** What somebody set something of, in a sentence: the floor, a thing, or a place that is said to be something. */
export function nameOfTouched(catalogue: Catalogue, draft: Draft, id: Touch['id']): string {
  if (id === FLOOR) return words.drawing.theFloor
  if (isId('resource', id)) return placeFacts(catalogue, draft, id).name
  const object = draft.objects.get(id)
  return object === undefined ? '' : nameOfObject(catalogue, draft, object)
}

/** What somebody had set, where that is a word or a number; null where one has to look. */
export function textOfTouched({ id, key, value }: Touch): string | null {
  if (key === 'kind' && isId('resource', id)) {
    return Object.entries(words.states.kinds).find(([kind]) => kind === value)?.[1] ?? null
  }
  const isRead = isId('resource', id) || key === 'name' || key === 'text'
  if (!isRead || value === null) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** Names that a new place of this floor may not have. One that was drawn, never published and taken back again has let go of its name. */
export function takenNames(
  catalogue: Catalogue,
  draft: Draft,
  floorId: FloorId,
): readonly string[] {
  const known = catalogue.resources.filter((resource) => resource.floorId === floorId)
  const objects = objectsInOrder(draft).map(([, object]) => object)
  const drawn = objects.flatMap((object) =>
    object.kind === 'place' ? (draft.resources.get(object.resourceId)?.name ?? []) : [],
  )
  return [...known.map(({ name }) => name), ...drawn]
}

/** What is to be said anew of a new place that is brought back: another name, where its own was given away meanwhile. Null where nothing is. */
export function nameAgain(
  catalogue: Catalogue,
  draft: Draft,
  place: DraftObjectOf<'place'>,
  taken: readonly string[],
): DraftResource | null {
  const { known: old, ...facts } = placeFacts(catalogue, draft, place.resourceId)
  if (old !== null || !taken.includes(facts.name)) return null
  return { ...facts, name: numbering(taken)(facts.name.replace(/ \d+$/, '')) }
}

/** The zone whose name stands nearest, or the floor's own first one. */
export function zoneAt(draft: Draft, at: { readonly x: number; readonly y: number }): string {
  const zones = objectsInOrder(draft)
    .map(([, object]) => object)
    .filter((object): object is DraftObjectOf<'zone'> => object.kind === 'zone')
    .map((zone) => ({ zone, far: Math.hypot(zone.at.x - at.x, zone.at.y - at.y) }))
    .sort((one, other) => one.far - other.far)
  return zones[0]?.zone.name ?? words.drawing.kinds.zone
}

/** What tells a thing from others of its name: where it stands, how long or how large it is. Null where its name does. */
export function markOfObject(object: DraftObject, around: readonly Around[]): string | null {
  switch (object.kind) {
    case 'wall':
      return words.drawing.measures.length(distanceBetween(object.line.from, object.line.to))
    case 'area':
      return words.drawing.measures.size(object.size.width, object.size.height)
    case 'fixture': {
      const near = around
        .map(({ name, box }) => ({ name, far: distanceToBox(box, object.at) }))
        .sort((one, other) => one.far - other.far)
      return near[0]?.name ?? null
    }
    default:
      return null
  }
}

/** A room, or a zone by where its name stands. */
export interface Around {
  readonly name: string
  readonly box: TurnedBox
}

/** What furniture is told by: the room it stands in, which is far from it by nothing, or else whatever is named nearest. */
export function namedParts(catalogue: Catalogue, draft: Draft): readonly Around[] {
  return objectsInOrder(draft).flatMap(([, object]): readonly Around[] => {
    const name = nameOfObject(catalogue, draft, object)
    if (object.kind === 'zone') return [{ name, box: { ...object.at, ...POINT } }]
    if (object.kind !== 'place' || object.shape !== 'room') return []
    return [{ name, box: { ...object.at, ...object.size, rotation: object.rotation } }]
  })
}

const POINT = { width: 0, height: 0, rotation: 0 }

export function isSamePart(one: Around, other: Around | undefined): boolean {
  const { box } = one
  return (
    other !== undefined &&
    one.name === other.name &&
    box.x === other.box.x &&
    box.y === other.box.y &&
    box.width === other.box.width &&
    box.height === other.box.height &&
    box.rotation === other.box.rotation
  )
}
