/** What an event of the document changed, property by property: as a step that can be taken back, and as what somebody set. */
import * as Y from 'yjs'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Property } from './draft-document.ts'
import type { PropertyChange, Step } from './steps.ts'
import { FLOOR, isSame, type UnconfirmedTouch, WHOLE } from './touches.ts'

/** A change, and what its author set by it. */
export interface Seen {
  readonly change: PropertyChange
  readonly touch: UnconfirmedTouch
}

/** A thing in whose place another one stands now, begun by somebody else under its id; null where its item is not known any more. */
export interface Replaced {
  readonly id: string
  readonly item: Y.Item | null
}

/** The properties that an event changed. An object that is new had been gone, so that undoing deletes it as a person would. */
export function changesOf(
  root: PropertyChange['root'],
  event: Y.YEvent<Y.AbstractType<unknown>>,
  by: MemberId,
): readonly Seen[] {
  const target = event.target as Y.Map<unknown> // the roots hold maps alone
  const [within] = event.path
  return [...event.changes.keys].flatMap(([key, { oldValue }]): readonly Seen[] => {
    const now = target.get(key)
    if (now instanceof Y.Map) return root === 'objects' ? [newObject(key, now, by)] : said(key, now)
    const id = typeof within === 'string' ? within : FLOOR
    return [seen({ root, id, key, ...valuesOf(oldValue, now) })]
  })
}

function valuesOf(before: unknown, after: unknown): Pick<PropertyChange, 'before' | 'after'> {
  return { before: before as Property | undefined, after: after as Property | undefined } // plain values
}

function seen(change: PropertyChange): Seen {
  const { id, key, before, after } = change
  return { change, touch: { id, key, value: after ?? null, before: before ?? null } }
}

function newObject(id: string, entry: Y.Map<unknown>, by: MemberId): Seen {
  return {
    change: { root: 'objects', id, key: 'goneBy', before: by, after: null },
    touch: { id, key: WHOLE, value: entry.toJSON(), before: null },
  }
}

/** What is said of a place as the first thing. */
function said(id: string, entry: Y.Map<unknown>): readonly Seen[] {
  return [...entry.entries()].map(([key, after]) =>
    seen({ root: 'resources', id, key, ...valuesOf(undefined, after) }),
  )
}

export function replacedIn(event: Y.YEvent<Y.AbstractType<unknown>>): readonly Replaced[] {
  return [...event.changes.keys].flatMap(([id, { oldValue }]) =>
    oldValue instanceof Y.Map ? [{ id, item: oldValue._item }] : [],
  )
}

export function replaceAll(doc: Y.Doc, changes: Step, by: MemberId): void {
  for (const change of changes) replace(doc, change, by)
}

/** Sets what a change says, where what it was made on still stands. Who deletes anew what somebody else had deleted does it in their own name. */
function replace(doc: Y.Doc, { root, id, key, before, after }: PropertyChange, by: MemberId): void {
  const map = id === FLOOR ? doc.getMap(root) : doc.getMap(root).get(id)
  if (!(map instanceof Y.Map)) return
  const now: unknown = map.get(key)
  const isDeletion = root === 'objects' && key === 'goneBy'
  const isOwn = isDeletion && typeof before === 'string' && now === by
  if (!isOwn && !isSame(now ?? null, before ?? null)) return
  if (after === undefined) map.delete(key)
  else map.set(key, isDeletion && after !== null ? by : after)
}
