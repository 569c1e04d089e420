/**
 * A person's hands on a draft: what they do, step by step, with undo and redo of their own, and what others' hands undid of it. Between
 * doing and the space's word everything counts as unconfirmed: only of that can a person lose something without having seen it.
 */
import * as Y from 'yjs'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Draft, DraftObject, DraftObjectId, DraftResource, Size } from './draft.ts'
import {
  addObject,
  draftRoots,
  type Properties,
  type Property,
  readDraft,
  setFloorSize,
  setProperties,
  setResource,
} from './draft-document.ts'

/** What one step may do. Several in one `change` are undone together. */
export interface Hands {
  add(id: DraftObjectId, object: DraftObject): void
  /** Properties of an object that is there. */
  set(id: DraftObjectId, properties: Properties): void
  setResource(id: ResourceId, resource: DraftResource): void
  setSize(size: Size): void
}

/** One property as this person set it. */
export interface Touch {
  readonly id: DraftObjectId
  readonly key: string
  readonly value: Property
}

export interface Drafting {
  read(): Draft | null
  change(work: (hands: Hands) => void): void
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  /** Calls after every change, one's own and others'. */
  onChange(listener: () => void): () => void
  /** Calls with what one had set and somebody else's hand, at the same time, set otherwise. */
  onLost(listener: (lost: readonly Touch[]) => void): () => void
  /** What the space has not confirmed. */
  unconfirmed(): readonly Touch[]
  /** The space has all of it. */
  confirm(): void
}

/** Steps that can be undone; beyond it the first ones are forgotten. */
const STEPS_MAX = 200

export function makeDrafting(doc: Y.Doc, earlier: readonly Touch[] = []): Drafting {
  const origin = {}
  const roots = draftRoots.map((root) => doc.getMap(root))
  const undo = new Y.UndoManager(roots, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  const listeners = new Set<() => void>()
  const losers = new Set<(lost: readonly Touch[]) => void>()
  const touched = new Map(earlier.map((touch) => [keyOf(touch), touch]))
  const hands: Hands = {
    add: (id, object) => addObject(doc, id, object, origin),
    set: (id, properties) => setProperties(doc, id, properties, origin),
    setResource: (id, resource) => setResource(doc, id, resource, origin),
    setSize: (size) => setFloorSize(doc, size, origin),
  }

  function look(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) {
    const changes = events.flatMap(changesOf)
    if (local) for (const { touch } of changes) touched.set(keyOf(touch), touch)
    else tellLost(changes)
  }

  function tellLost(changes: readonly Changed[]): void {
    const lost = changes.flatMap(({ touch, before }) => {
      const own = touched.get(keyOf(touch))
      return own !== undefined && isSame(own.value, before) ? [own] : []
    })
    for (const touch of lost) touched.delete(keyOf(touch))
    if (lost.length > 0) for (const tell of losers) tell(lost)
  }

  doc.getMap('objects').observeDeep(look)
  doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
    if (changed.size > 0) for (const tell of listeners) tell()
  })

  return {
    read: () => readDraft(doc),
    change: (work) => {
      doc.transact(() => work(hands), origin)
      if (undo.undoStack.length > STEPS_MAX) undo.undoStack.shift()
    },
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    canUndo: () => undo.canUndo(),
    canRedo: () => undo.canRedo(),
    onChange: (listener) => added(listeners, listener),
    onLost: (listener) => added(losers, listener),
    unconfirmed: () => [...touched.values()],
    confirm: () => touched.clear(),
  }
}

interface Changed {
  readonly touch: Touch
  readonly before: unknown
}

/** A change of single properties; what is new as a whole cannot have been lost by anybody. */
function changesOf(event: Y.YEvent<Y.AbstractType<unknown>>): readonly Changed[] {
  const [id] = event.path
  if (typeof id !== 'string' || !(event.target instanceof Y.Map)) return []
  const entry = event.target as Y.Map<Property>
  return [...event.changes.keys].map(([key, { oldValue }]) => ({
    touch: { id, key, value: entry.get(key) ?? null },
    before: oldValue,
  }))
}

function keyOf({ id, key }: Touch): string {
  return `${id} ${key}`
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function added<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => set.delete(one)
}
