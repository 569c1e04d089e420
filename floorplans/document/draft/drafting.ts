/**
 * A person's hands on a draft: what they do, step by step, with undo and redo of their own, and what others' hands undid of it. Whoever drew
 * apart may overrule what the space has confirmed long before: who had not heard of a value when they set theirs is told by the document itself.
 */
import * as Y from 'yjs'
import type { MemberId, ResourceId } from '../../../domain/values/ids.ts'
import type { Draft, DraftObject, DraftObjectId, DraftResource, Size } from './draft.ts'
import { changesOf, type Replaced, replaceAll, replacedIn, type Seen } from './draft-changes.ts'
import {
  addObject,
  type Properties,
  readDraft,
  setFloorSize,
  setProperties,
  setResource,
} from './draft-document.ts'
import { makeSteps, type Step, type Steps } from './steps.ts'
import {
  isSame,
  itemOf,
  keyOf,
  setAgain,
  sortAfterRenewal,
  stands,
  type Touch,
  type UnconfirmedTouch,
  valueAt,
  WHOLE,
  wasHeard,
} from './touches.ts'

/** What one step may do. Several in one `change` are undone together. */
export interface Hands {
  add(id: DraftObjectId, object: DraftObject): void
  /** Properties of an object that is there. */
  set(id: DraftObjectId, properties: Properties): void
  setResource(id: ResourceId, resource: DraftResource): void
  setSize(size: Size): void
}

export type { Touch, UnconfirmedTouch } from './touches.ts'

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
  /** Sets again what was lost or could not be joined, as one step. */
  doAgain(touches: readonly Touch[]): void
  /** What the space has not confirmed. */
  unconfirmed(): readonly UnconfirmedTouch[]
  /**
   * Goes on, in a document that the space began anew, with what was not confirmed in the one before. Gives what somebody set otherwise
   * meanwhile; the rest is done, and undone by the steps that were made then.
   */
  goOn(touches: readonly UnconfirmedTouch[]): readonly Touch[]
  /** What can be undone and redone, for the hands on the document that takes the place of this one. */
  readonly steps: Steps
  /** Remembers what the same person did elsewhere as unconfirmed, as far as it stands. It is not undone here, and not told as lost. */
  adopt(touches: readonly UnconfirmedTouch[]): void
  /** The space has all of it. */
  confirm(): void
}

/** A value one set, and which item of the document it is; null where that was before this device was opened. */
interface Own {
  readonly touch: UnconfirmedTouch
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
  earlier: readonly UnconfirmedTouch[] = [],
  elsewhere: unknown = Symbol('nowhere'),
  steps: Steps = makeSteps(),
): Drafting {
  const origin = {}
  const listeners = new Set<() => void>()
  const losers = new Set<(lost: readonly Touch[]) => void>()
  /** What one set, until the space has it, and what it has: by property, the latest. */
  const touched = new Map<string, Own>(earlier.map((touch) => [keyOf(touch), { touch, at: null }]))
  const settled = new Map<string, Own>()
  /** Done by the same person elsewhere. */
  const adopted = new Map<string, UnconfirmedTouch>()
  let step: Step = []
  const hands: Hands = {
    add: (id, object) => addObject(doc, id, object, origin),
    set: (id, properties) => setProperties(doc, id, properties, origin),
    setResource: (id, resource) => setResource(doc, id, resource, origin),
    setSize: (size) => setFloorSize(doc, size, origin),
  }

  for (const root of ['floor', 'objects', 'resources'] as const) {
    doc.getMap(root).observeDeep((events, { local, origin: from }) => {
      if (from === elsewhere) return
      const seen = events.flatMap((event) => changesOf(root, event, by))
      if (!local) return tellLost(seen, events.flatMap(replacedIn))
      step = [...step, ...seen.map(({ change }) => change)]
      for (const { touch } of seen) {
        const key = keyOf(touch)
        const { before } = touched.get(key)?.touch ?? touch
        settled.delete(key)
        touched.set(key, { touch: { ...touch, before }, at: itemOf(doc, touch)?.id ?? null })
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

  function tellLost(seen: readonly Seen[], replaced: readonly Replaced[]): void {
    const lost = [...seen.flatMap(({ touch }) => overruledBy(touch)), ...replaced.flatMap(lostWith)]
    for (const touch of lost) forget(touch)
    if (lost.length > 0) for (const tell of losers) tell(lost)
  }

  function overruledBy({ id, key, before }: UnconfirmedTouch): readonly Touch[] {
    const own = touched.get(keyOf({ id, key })) ?? settled.get(keyOf({ id, key }))
    if (own === undefined || !isSame(own.touch.value, before)) return []
    const standing = itemOf(doc, { id, key })
    const isHeard = own.at !== null && standing !== undefined && wasHeard(own.at, standing)
    if (isHeard) settled.delete(keyOf({ id, key }))
    return isHeard ? [] : [toldOf(own)]
  }

  /** Two began one thing apart: of one of them nothing stands. */
  function lostWith({ id, item }: Replaced): readonly Touch[] {
    const standing = itemOf(doc, { id, key: WHOLE })
    const own = [...settled.values(), ...touched.values()].filter(({ touch }) => touch.id === id)
    for (const { touch } of own) forget(touch)
    if (item === null || standing === undefined || wasHeard(item.id, standing)) return []
    const whole = own.find(({ touch }) => touch.key === WHOLE)
    const told = whole === undefined ? own.map(toldOf) : [toldOf({ touch: withLater(whole, own) })]
    return told.filter((touch) => !isSame(valueAt(doc, touch), touch.value))
  }

  function forget(touch: Touch): void {
    touched.delete(keyOf(touch))
    settled.delete(keyOf(touch))
  }

  /** Does something as one change, and gives what it changed. */
  function run(work: () => void): Step {
    step = []
    doc.transact(work, origin)
    return step
  }

  function change(work: () => void): void {
    const made = run(work)
    steps.made(made)
    if (made.length > 0) tellChanged()
  }

  function setAll(touches: readonly Touch[]): void {
    for (const touch of touches) setAgain(doc, touch, origin)
  }

  function replay(again: Step | null): void {
    if (again === null) return
    run(() => replaceAll(doc, again, by))
    tellChanged()
  }

  return {
    read: () => readDraft(doc),
    bytes: () => Y.encodeStateAsUpdate(doc).byteLength,
    change: (work) => change(() => work(hands)),
    undo: () => replay(steps.undo()),
    redo: () => replay(steps.redo()),
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    onChange: (listener) => added(listeners, listener),
    onLost: (listener) => added(losers, listener),
    doAgain: (touches) => change(() => setAll(touches)),
    unconfirmed: () => {
      const theirs = [...adopted.values()].filter((one) => !touched.has(keyOf(one)))
      const own = [...touched.values()]
      const all = own.map((one) => (one.touch.key === WHOLE ? withLater(one, own) : one.touch))
      return [...theirs.filter((one) => stands(doc, one)), ...all]
    },
    goOn: (touches) => {
      const { joins, aside } = sortAfterRenewal(doc, touches)
      run(() => setAll(joins))
      if (joins.length > 0) tellChanged()
      return aside
    },
    steps,
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

function toldOf({ touch: { id, key, value } }: Pick<Own, 'touch'>): Touch {
  return { id, key, value }
}

/** A thing as its author left it: begun, and then changed. */
function withLater({ touch }: Own, all: readonly Own[]): UnconfirmedTouch {
  const later = all.filter((one) => one.touch.id === touch.id && one.touch.key !== WHOLE)
  const changed = later.map((one): [string, unknown] => [one.touch.key, one.touch.value])
  return { ...touch, value: Object.assign({}, touch.value, Object.fromEntries(changed)) }
}

function added<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => set.delete(one)
}
