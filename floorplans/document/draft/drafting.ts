/**
 * A person's hands on a draft: what they do, step by step, with undo and redo of their own, and what others' hands undid of it. Whoever drew
 * apart may overrule what the space has confirmed long before: who had not heard of a value when they set theirs is told by the document itself.
 */
import * as Y from 'yjs'
import type { MemberId, ResourceId } from '../../../domain/values/ids.ts'
import type { Draft, DraftObject, DraftObjectId, DraftResource, Size } from './draft.ts'
import {
  addObject,
  type Properties,
  type Property,
  readDraft,
  setFloorSize,
  setProperties,
  setResource,
} from './draft-document.ts'
import { makeSteps, type PropertyChange, type Step } from './steps.ts'

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
  /** As large as the document is, written down: what its cap is measured by. */
  bytes(): number
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
  /** Remembers what the same person did elsewhere as unconfirmed, as far as it stands. It is not undone here, and not told as lost. */
  adopt(touches: readonly Touch[]): void
  /** The space has all of it. */
  confirm(): void
}

/** A value one set, and which item of the document it is; null where that was before this device was opened. */
interface Own {
  readonly touch: Touch
  readonly at: Y.ID | null
}

/** Confirmed values that are remembered: more than a person sets in a day. */
const SETTLED_MAX = 10_000

/**
 * `by` is whose hands these are, `earlier` what they had done and the space had not confirmed. A change whose origin is `elsewhere` comes
 * from the same person: nobody loses anything by it.
 */
export function makeDrafting(
  doc: Y.Doc,
  by: MemberId,
  earlier: readonly Touch[] = [],
  elsewhere: unknown = Symbol('nowhere'),
): Drafting {
  const origin = {}
  const steps = makeSteps()
  const listeners = new Set<() => void>()
  const losers = new Set<(lost: readonly Touch[]) => void>()
  /** What one set, until the space has it, and what it has: by property, the latest. */
  const touched = new Map<string, Own>(earlier.map((touch) => [keyOf(touch), { touch, at: null }]))
  const settled = new Map<string, Own>()
  /** Done by the same person elsewhere. */
  const adopted = new Map<string, Touch>()
  let step: PropertyChange[] = []
  const hands: Hands = {
    add: (id, object) => addObject(doc, id, object, origin),
    set: (id, properties) => setProperties(doc, id, properties, origin),
    setResource: (id, resource) => setResource(doc, id, resource, origin),
    setSize: (size) => setFloorSize(doc, size, origin),
  }

  for (const root of ['floor', 'objects', 'resources'] as const) {
    doc.getMap(root).observeDeep((events, { local, origin: from }) => {
      const changes = events.flatMap((event) => changesOf(root, event, by))
      if (from === elsewhere) return
      if (!local) return tellLost(changes)
      step.push(...changes)
      for (const touch of changes.flatMap(touchOf)) {
        settled.delete(keyOf(touch))
        touched.set(keyOf(touch), { touch, at: itemOf(doc, touch)?.id ?? null })
      }
    })
  }
  doc.on('afterTransaction', ({ changed, origin: from }: Y.Transaction) => {
    // Of one's own hands it is told once the step is known: who hears of it asks what can be undone.
    if (changed.size > 0 && from !== origin) tellChanged()
  })

  function tellChanged(): void {
    for (const tell of listeners) tell()
  }

  function tellLost(changes: readonly PropertyChange[]): void {
    const lost = changes.flatMap((change) => {
      const key = keyOf(change)
      const own = change.root === 'objects' ? (touched.get(key) ?? settled.get(key)) : undefined
      if (own === undefined || !isSame(own.touch.value, change.before)) return []
      const standing = itemOf(doc, change)
      const isHeard = own.at !== null && standing !== undefined && wasHeard(own.at, standing)
      if (isHeard) settled.delete(key)
      return isHeard ? [] : [own.touch]
    })
    for (const touch of lost) {
      touched.delete(keyOf(touch))
      settled.delete(keyOf(touch))
    }
    if (lost.length > 0) for (const tell of losers) tell(lost)
  }

  /** Does something as one change, and gives what it changed. */
  function run(work: () => void): Step {
    step = []
    doc.transact(work, origin)
    return step
  }

  function replay(again: Step | null): void {
    if (again === null) return
    run(() => replaceAll(doc, again, by))
    tellChanged()
  }

  return {
    read: () => readDraft(doc),
    bytes: () => Y.encodeStateAsUpdate(doc).byteLength,
    change: (work) => {
      const made = run(() => work(hands))
      steps.made(made)
      if (made.length > 0) tellChanged()
    },
    undo: () => replay(steps.undo()),
    redo: () => replay(steps.redo()),
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    onChange: (listener) => added(listeners, listener),
    onLost: (listener) => added(losers, listener),
    unconfirmed: () => {
      const theirs = [...adopted.values()].filter((one) => !touched.has(keyOf(one)))
      const own = [...touched.values()].map(({ touch }) => touch)
      return [...theirs.filter((one) => stands(doc, one)), ...own]
    },
    adopt: (touches) => {
      for (const touch of touches) adopted.set(keyOf(touch), touch)
    },
    confirm: () => {
      for (const [key, own] of touched) settled.set(key, own)
      for (const key of settled.keys()) {
        if (settled.size <= SETTLED_MAX) break
        settled.delete(key)
      }
      touched.clear()
      adopted.clear()
    },
  }
}

/** The properties that an event changed. An object that is new had been gone, so that undoing deletes it as a person would. */
function changesOf(
  root: PropertyChange['root'],
  event: Y.YEvent<Y.AbstractType<unknown>>,
  by: MemberId,
): readonly PropertyChange[] {
  const target = event.target as Y.Map<unknown> // the roots hold maps alone
  const [within] = event.path
  return [...event.changes.keys].flatMap(([key, { oldValue }]): readonly PropertyChange[] => {
    const now = target.get(key)
    if (now instanceof Y.Map) {
      const isObject = root === 'objects'
      return isObject ? [{ root, id: key, key: 'goneBy', before: by, after: null }] : []
    }
    const change = { before: oldValue as Property | undefined, after: now as Property | undefined } // plain values
    return [{ root, id: typeof within === 'string' ? within : '', key, ...change }]
  })
}

function touchOf({ root, id, key, after }: PropertyChange): readonly Touch[] {
  return root === 'objects' ? [{ id, key, value: after ?? null }] : []
}

/** The item of the document that a property's value is. */
function itemOf(doc: Y.Doc, { id, key }: Pick<Touch, 'id' | 'key'>): Y.Item | undefined {
  const object = doc.getMap('objects').get(id)
  return object instanceof Y.Map ? object._map.get(key) : undefined
}

/** True when whoever set the value that stands had seen the other one: each value names the one that stood when it was set. */
function wasHeard(own: Y.ID, standing: Y.Item): boolean {
  let item: Y.Item | null = standing
  while (item !== null) {
    if (isIn(item, own)) return true
    const before: Y.ID | null = item.origin
    if (before === null) return false
    item = item.left
    while (item !== null && !isIn(item, before)) item = item.left
  }
  return false
}

/** Values of one hand that follow each other may be kept as one item. */
function isIn({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length
}

function replaceAll(doc: Y.Doc, changes: Step, by: MemberId): void {
  for (const change of changes) replace(doc, change, by)
}

/** Sets what a change says, where what it was made on still stands. Who deletes anew what somebody else had deleted does it in their own name. */
function replace(doc: Y.Doc, { root, id, key, before, after }: PropertyChange, by: MemberId): void {
  const map = id === '' ? doc.getMap(root) : doc.getMap(root).get(id)
  if (!(map instanceof Y.Map)) return
  const now: unknown = map.get(key)
  const isDeletion = root === 'objects' && key === 'goneBy'
  const isOwn = isDeletion && typeof before === 'string' && now === by
  if (!isOwn && !isSame(now, before)) return
  if (after === undefined) map.delete(key)
  else map.set(key, isDeletion && after !== null ? by : after)
}

function stands(doc: Y.Doc, { id, key, value }: Touch): boolean {
  const object = doc.getMap('objects').get(id)
  return object instanceof Y.Map && isSame(object.get(key), value)
}

function keyOf({ id, key }: Pick<Touch, 'id' | 'key'>): string {
  return `${id} ${key}`
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function added<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => set.delete(one)
}
