/** What a table of places is read against: the floor as it is drawn now. */
import { type ResourceKind, resourceKinds } from '../../../domain/sites/resource.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Draft, DraftObject, Size } from '../../../floorplans/document/draft/draft.ts'
import type { Point, TurnedBox } from '../../../floorplans/document/floor-plan.ts'
import { wallBox, wallLength } from '../../../floorplans/document/geometry.ts'
import { OBJECTS_MAX } from '../../../floorplans/document/parse-floor-plan.ts'
import { boxOf } from '../../../floorplans/editor/object-box.ts'
import type { TableFloor } from '../../../floorplans/editor/table/place-table.ts'
import { words } from '../../ui/words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { usualSizes } from '../plan-editor/new-object.ts'
import { placeFacts } from '../plan-editor/place-facts.ts'

export function tableFloor(editor: Editor, draft: Draft, mayAddZones: boolean): TableFloor {
  const objects = editor.objects().map(([, object]) => object)
  return {
    size: draft.size,
    taken: objects.flatMap(groundOf),
    takenNames: namesInUse(editor, draft),
    zones: zonesOf(editor, objects),
    kinds: new Map(
      Object.values(resourceKinds).map((kind) => [words.states.kinds[kind].toLowerCase(), kind]),
    ),
    mayAddZones,
    roomFor: Math.min(
      OBJECTS_MAX - objects.length,
      limits.planDraftObjectsMax - draft.objects.size,
    ),
    sizeOf: usualSizeOf,
  }
}

export function usualSizeOf(kind: ResourceKind): Size {
  if (shapeOf(kind) === 'desk') return usualSizes.desk
  return kind === 'phone-booth' ? usualSizes.booth : usualSizes.room
}

export function shapeOf(kind: ResourceKind): 'desk' | 'room' {
  return kind === 'hot-desk' || kind === 'dedicated-desk' ? 'desk' : 'room'
}

/** What nothing else may stand on; ground and words lie under everything. */
function groundOf(object: DraftObject): readonly TurnedBox[] {
  if (object.kind === 'wall') {
    const wall = { ...object.line, ...object }
    return [wallBox(wall, 0, wallLength(wall))]
  }
  const box = object.kind === 'place' || object.kind === 'fixture' ? boxOf(object) : null
  return box === null ? [] : [box]
}

/** Names of places that stand here, and of those that members know and that stand nowhere. What was deleted gives its name back. */
function namesInUse(editor: Editor, draft: Draft): readonly string[] {
  const drawn = [...draft.objects.values()].filter((object) => object.kind === 'place')
  const deleted = new Set(
    drawn.flatMap(({ goneBy, resourceId }) => (goneBy === null ? [] : [resourceId])),
  )
  const here = drawn.filter(({ goneBy }) => goneBy === null).map(({ resourceId }) => resourceId)
  for (const id of here) deleted.delete(id)
  const { resources } = editor.catalogue()
  return [
    ...here.map((id) => placeFacts(editor.catalogue(), draft, id).name),
    ...resources
      .filter(({ id, floorId }) => floorId === editor.floorId && !deleted.has(id))
      .map(({ name }) => name),
  ]
}

function zonesOf(
  editor: Editor,
  objects: readonly DraftObject[],
): ReadonlyMap<string, Point | null> {
  const named = editor
    .catalogue()
    .resources.filter(({ floorId }) => floorId === editor.floorId)
    .map(({ zoneName }) => [zoneName, null] as const)
  const drawn = objects.flatMap((object) =>
    object.kind === 'zone' ? [[object.name, object.at] as const] : [],
  )
  return new Map([...named, ...drawn])
}
