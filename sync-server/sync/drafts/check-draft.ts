/** May a draft become this? Asked of the shadow, and only about what the update touched: the rest was asked when it came. */
import * as Y from 'yjs'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { isId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { mayStandUnder } from '../../../floorplans/document/draft/draft.ts'
import {
  type Edit,
  type Edits,
  editOf,
  editOfResource,
  noEdits,
  SESSION_THINGS_MAX,
} from '../../../floorplans/document/draft/edit-session.ts'
import {
  isDraftObjectId,
  parseDraftObject,
  parseDraftResource,
  parseFloorSize,
} from '../../../floorplans/document/draft/parse-draft.ts'
import { OBJECTS_MAX } from '../../../floorplans/document/parse-floor-plan.ts'
import type { Change, Checked } from '../guarded-kind.ts'
import { hasSafeKeys, isJson, isPlainObject } from '../plain-json.ts'

export interface CheckedDraft {
  /** Objects that are not gone. */
  readonly live: number
  /** Objects, those that are gone included, and resources of which something is said. Counted by difference: to count a map walks through it. */
  readonly all: number
  /** The document is no larger than this; how large it is costs an encoding, and is asked when this reaches the cap. */
  readonly bytesAtMost: number
}

/** Values within each other: a door in the openings of a wall is three deep. */
const DEPTH_MAX = 6

export function checkDraftChange(change: Change<CheckedDraft>): Checked<CheckedDraft, Edits> {
  const { doc, shadow, held, bytes, transaction, owner } = change
  const touched = touchedBy(shadow, transaction)
  if (touched === null) return refused('a nested place')
  if (touched.hasSize && !isSize(shadow)) return refused('a floor without a size')
  for (const id of touched.objects) if (!isObject(shadow, id)) return refused(`${id} is no object`)
  for (const id of touched.resources) {
    if (!isResource(shadow, id)) return refused(`${id} is no resource`)
  }
  if (owner !== null && !signsAs(owner, doc, shadow, touched.objects)) {
    return refused('a deletion in the name of somebody else')
  }
  const live = held.live + countLive(shadow, touched.objects) - countLive(doc, touched.objects)
  const all = held.all + countAll(shadow, touched) - countAll(doc, touched)
  if (live > OBJECTS_MAX || all > limits.planDraftObjectsMax) return refused('too many objects')
  if (structsOf(shadow, 'all') > limits.planDraftStructsMax) return refused('too many structs')
  const bytesAtMost = sizeOf(shadow, held.bytesAtMost + bytes.byteLength)
  if (bytesAtMost > limits.planDraftBytesMax) return refused('too many bytes')
  const news = owner === null ? noEdits : editsOf(doc, shadow, touched)
  return { kind: 'fine', held: { live, all, bytesAtMost }, news }
}

/** What the change comes to, for those who read who changed what. */
function editsOf(doc: Y.Doc, shadow: Y.Doc, { hasSize, objects, resources }: Touched): Edits {
  const things: Record<string, Edit> = {}
  let more = 0
  const note = (id: string, edit: Edit | null) => {
    if (edit === null) return
    if (Object.keys(things).length < SESSION_THINGS_MAX) things[id] = edit
    else more += 1
  }
  for (const id of objects) {
    note(id, editOf(objectIn(doc, id), objectIn(shadow, id)))
  }
  const drawn = resources.size === 0 ? new Set() : drawnIn(shadow)
  for (const id of resources) {
    if (!isId('resource', id) || !drawn.has(id)) continue
    note(id, editOfResource(id, resourceIn(doc, id), resourceIn(shadow, id)))
  }
  if (!hasSize) return { things, more }
  const sizeIn = (one: Y.Doc) => fingerprint(one.getMap('floor').get('size') ?? null)
  return { things, more, size: { was: sizeIn(doc), is: sizeIn(shadow) } }
}

/** The resources that are drawn: what is said of another one is seen by nobody. */
function drawnIn(doc: Y.Doc): ReadonlySet<unknown> {
  return new Set(
    [...doc.getMap('objects').values()].flatMap((entry) =>
      entry instanceof Y.Map && entry.get('goneBy') === null ? [entry.get('resourceId')] : [],
    ),
  )
}

function objectIn(doc: Y.Doc, id: string) {
  const plain = plainOf(doc.getMap('objects').get(id))
  return (plain === null ? null : parseDraftObject(plain)) ?? undefined
}

function resourceIn(doc: Y.Doc, id: string) {
  const plain = plainOf(doc.getMap('resources').get(id))
  return (plain === null ? null : parseDraftResource(plain)) ?? undefined
}

interface Touched {
  readonly hasSize: boolean
  readonly objects: ReadonlySet<string>
  readonly resources: ReadonlySet<string>
}

/** What a change touched, by name; null where it is none of the places of a draft. */
function touchedBy(shadow: Y.Doc, { changed }: Y.Transaction): Touched | null {
  const ids = new Map<unknown, Set<string>>([
    [shadow.getMap('objects'), new Set()],
    [shadow.getMap('resources'), new Set()],
  ])
  const floor: unknown = shadow.getMap('floor')
  let hasSize = false
  for (const [type, keys] of changed) {
    if (type === floor) {
      hasSize = true
      continue
    }
    const entries = ids.get(type)
    if (entries !== undefined) for (const key of keys) entries.add(key ?? '')
    else if (!ids.has(type.parent)) return null
    else ids.get(type.parent)?.add(type._item?.parentSub ?? '')
  }
  const [objects = new Set(), resources = new Set()] = ids.values()
  return { hasSize, objects, resources }
}

function isSize(doc: Y.Doc): boolean {
  const floor = plainOf(doc.getMap('floor'))
  return floor !== null && Object.keys(floor).length === 1 && parseFloorSize(floor['size']) !== null
}

/** One that is not there any more is none that could be wrong. */
function isObject(doc: Y.Doc, id: string): boolean {
  const objects = doc.getMap('objects')
  if (!objects.has(id)) return true
  const plain = plainOf(objects.get(id))
  const object = plain === null ? null : parseDraftObject(plain)
  return isDraftObjectId(id) && object !== null && mayStandUnder(id, object)
}

function isResource(doc: Y.Doc, id: string): boolean {
  const resources = doc.getMap('resources')
  if (!resources.has(id)) return true
  const plain = plainOf(resources.get(id))
  return isId('resource', id) && plain !== null && parseDraftResource(plain) !== null
}

/** The properties of an entry as JSON, null when it holds more than JSON or a key that objects have by themselves. */
function plainOf(entry: unknown): Readonly<Record<string, unknown>> | null {
  if (!(entry instanceof Y.Map) || entry._start !== null) return null
  const plain: unknown = Object.fromEntries(entry.entries())
  return isPlainObject(plain) && isJson(plain, DEPTH_MAX) && hasSafeKeys(plain) ? plain : null
}

/** Who deletes signs with their own name: others are told who it was. */
function signsAs(owner: string, doc: Y.Doc, shadow: Y.Doc, ids: ReadonlySet<string>): boolean {
  return [...ids].every((id) => {
    const by = goneBy(shadow, id)
    return by === null || by === goneBy(doc, id) || owner.startsWith(`${by}/`)
  })
}

function goneBy(doc: Y.Doc, id: string): string | null {
  const entry = doc.getMap('objects').get(id)
  const by = entry instanceof Y.Map ? entry.get('goneBy') : null
  return typeof by === 'string' ? by : null
}

function countLive(doc: Y.Doc, ids: ReadonlySet<string>): number {
  const objects = doc.getMap('objects')
  return [...ids].filter((id) => {
    const entry = objects.get(id)
    return entry instanceof Y.Map && entry.get('goneBy') === null
  }).length
}

function countAll(doc: Y.Doc, { objects, resources }: Touched): number {
  const isDrawn = (id: string) => doc.getMap('objects').has(id)
  const isSaid = (id: string) => saysAnything(doc.getMap('resources').get(id))
  return [...objects].filter(isDrawn).length + [...resources].filter(isSaid).length
}

/** What is drawn may have an entry of which nothing is said yet. */
export function saysAnything(entry: unknown): boolean {
  return entry instanceof Y.Map && entry.size > 0
}

/** `deleted` are those of what is not seen any more. */
export function structsOf({ store }: Y.Doc, which: 'all' | 'deleted'): number {
  let count = 0
  for (const structs of store.clients.values()) {
    const found = which === 'all' ? structs : structs.filter(({ deleted }) => deleted)
    count += found.length
  }
  return count
}

function sizeOf(doc: Y.Doc, atMost: number): number {
  return atMost > limits.planDraftBytesMax ? Y.encodeStateAsUpdate(doc).byteLength : atMost
}

function refused(why: string): Checked<never, never> {
  return { kind: 'refused', why }
}
