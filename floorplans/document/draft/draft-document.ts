/**
 * A draft as a Yjs document: `objects` and `resources` hold a map each by id, `floor` the size. Maps alone, never a list, and one key a property:
 * that is what lets two people change one desk's place and name at once. Two who begin a map apart would hold one of the two afterwards, so what
 * is said of a place has its map from the moment the place is drawn, empty as long as nothing is. What cannot be read is left out, so that one bad object
 * does not cost the floor; the server lets none in.
 */
import * as Y from 'yjs'
import type { MemberId, ResourceId } from '../../../domain/values/ids.ts'
import { isId } from '../../../domain/values/ids.ts'
import {
  type Draft,
  type DraftObject,
  type DraftObjectId,
  type DraftResource,
  mayStandUnder,
  type Size,
} from './draft.ts'
import {
  isDraftObjectId,
  parseDraftObject,
  parseDraftResource,
  parseFloorSize,
} from './parse-draft.ts'

/** The roots of the document. */
export const draftRoots = ['floor', 'objects', 'resources'] as const

/** A plain value under one key, which wins or loses as a whole. */
export type Property = string | number | boolean | null | object
export type Properties = Readonly<Record<string, Property>>

type Entry = Y.Map<Property>

function entriesOf(doc: Y.Doc, root: 'objects' | 'resources'): Y.Map<Entry> {
  return doc.getMap(root)
}

/** Null while nothing has been written: there is no floor without a size. */
export function readDraft(doc: Y.Doc): Draft | null {
  const size = parseFloorSize(doc.getMap('floor').get('size'))
  if (size === null) return null
  const objects = new Map<DraftObjectId, DraftObject>()
  for (const [id, entry] of entriesOf(doc, 'objects')) {
    const object = isDraftObjectId(id) ? readObject(entry) : null
    if (object !== null && mayStandUnder(id, object)) objects.set(id, object)
  }
  const resources = new Map<ResourceId, DraftResource>()
  for (const [id, entry] of entriesOf(doc, 'resources')) {
    const resource = isId('resource', id) ? parseDraftResource(plain(entry)) : null
    if (resource === null || !isId('resource', id)) continue
    if (Object.keys(resource).length > 0) resources.set(id, resource)
  }
  return { size, objects, resources }
}

function readObject(entry: unknown): DraftObject | null {
  return parseDraftObject(plain(entry))
}

function plain(entry: unknown): unknown {
  return entry instanceof Y.Map ? entry.toJSON() : null
}

/** Writes a whole draft into an empty document, as one change. */
export function writeDraft(doc: Y.Doc, draft: Draft, origin: unknown): void {
  doc.transact(() => {
    doc.getMap('floor').set('size', { ...draft.size })
    for (const [id, object] of draft.objects) addObject(doc, id, object, origin)
    for (const [id, resource] of draft.resources) setResource(doc, id, resource, origin)
  }, origin)
}

export function setFloorSize(doc: Y.Doc, size: Size, origin: unknown): void {
  doc.transact(() => doc.getMap('floor').set('size', { ...size }), origin)
}

export function addObject(
  doc: Y.Doc,
  id: DraftObjectId,
  object: DraftObject,
  origin: unknown,
): void {
  doc.transact(() => {
    entriesOf(doc, 'objects').set(id, entryOf({ ...object }))
    if (object.kind === 'place') resourceEntry(doc, object.resourceId)
  }, origin)
}

/** Sets properties of an object that is there; of one that is not, nothing happens. Equal values are not written again. */
export function setProperties(
  doc: Y.Doc,
  id: DraftObjectId,
  properties: Properties,
  origin: unknown,
): void {
  const entry = entriesOf(doc, 'objects').get(id)
  if (entry !== undefined) doc.transact(() => setAll(entry, properties), origin)
}

/** Deletes so that it can be brought back: `setProperties(…, { goneBy: null })`. */
export function removeObject(doc: Y.Doc, id: DraftObjectId, by: MemberId, origin: unknown): void {
  setProperties(doc, id, { goneBy: by }, origin)
}

export function setResource(
  doc: Y.Doc,
  id: ResourceId,
  resource: DraftResource,
  origin: unknown,
): void {
  doc.transact(() => setAll(resourceEntry(doc, id), { ...resource }), origin)
}

/** Says no more of it than the catalogue does. */
export function unsetResource(doc: Y.Doc, id: ResourceId, key: string, origin: unknown): void {
  doc.transact(() => entriesOf(doc, 'resources').get(id)?.delete(key), origin)
}

/** True where two people could still begin what is said of one place apart. */
export function lacksEntries(doc: Y.Doc): boolean {
  const resources = entriesOf(doc, 'resources')
  return [...entriesOf(doc, 'objects').values()].some((entry) => {
    const id = entry instanceof Y.Map ? entry.get('resourceId') : undefined
    return typeof id === 'string' && !resources.has(id)
  })
}

function resourceEntry(doc: Y.Doc, id: ResourceId): Entry {
  const resources = entriesOf(doc, 'resources')
  return resources.get(id) ?? resources.set(id, new Y.Map())
}

function entryOf(properties: Properties): Entry {
  return new Y.Map(Object.entries(properties))
}

function setAll(entry: Entry, properties: Properties): void {
  for (const [key, value] of Object.entries(properties)) {
    if (JSON.stringify(entry.get(key)) !== JSON.stringify(value)) entry.set(key, value)
  }
}
