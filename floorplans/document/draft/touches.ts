/** What a person set in a draft, value by value: whether it stands, whether whoever set another one had heard of it, and how it is set again. */
import * as Y from 'yjs'
import { canonical } from '../../../domain/values/canonical.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import { isId } from '../../../domain/values/ids.ts'
import { BACKGROUND_ID, type DraftObject, type DraftObjectId, type Size } from './draft.ts'
import {
  addObject,
  type Properties,
  type Property,
  setFloorSize,
  setProperties,
  setResource,
  unsetResource,
} from './draft-document.ts'
import { parseDraftObject } from './parse-draft.ts'

/** Of the floor itself. */
export const FLOOR = ''
/** The key of a thing as a whole, which was not there before. */
export const WHOLE = ''

/** One property as this person set it. Null is what a place says no more of itself, and `goneBy` of what is there. */
export interface Touch {
  readonly id: DraftObjectId | ResourceId | typeof FLOOR
  readonly key: string
  readonly value: Property
}

/** Not yet with the space; `before` is what stood when its author set it first, null for nothing. */
export interface UnconfirmedTouch extends Touch {
  readonly before: Property
}

type Root = 'floor' | 'objects' | 'resources'

export function rootOf({ id }: Pick<Touch, 'id'>): Root {
  if (id === FLOOR) return 'floor'
  return isId('resource', id) ? 'resources' : 'objects'
}

export function keyOf({ id, key }: Pick<Touch, 'id' | 'key'>): string {
  return `${id} ${key}`
}

/** The item of the document that a property's value is, or the thing itself. */
export function itemOf(doc: Y.Doc, touch: Pick<Touch, 'id' | 'key'>): Y.Item | undefined {
  const root = doc.getMap(rootOf(touch))
  if (touch.id === FLOOR) return root._map.get(touch.key)
  if (touch.key === WHOLE) return root._map.get(touch.id)
  const entry = root.get(touch.id)
  return entry instanceof Y.Map ? entry._map.get(touch.key) : undefined
}

/** What stands there now; null for nothing. */
export function valueAt(doc: Y.Doc, touch: Pick<Touch, 'id' | 'key'>): Property {
  const root = doc.getMap(rootOf(touch))
  const entry: unknown = touch.id === FLOOR ? root : root.get(touch.id)
  if (!(entry instanceof Y.Map)) return null
  if (touch.key === WHOLE) return entry.toJSON()
  return (entry.get(touch.key) ?? null) as Property // a draft holds plain values
}

/** A thing stands while it is there, whatever was done to it since. */
export function stands(doc: Y.Doc, touch: Touch): boolean {
  return touch.key === WHOLE ? isThere(doc, touch) : isSame(valueAt(doc, touch), touch.value)
}

/** Sets it again, whatever stands there. */
export function setAgain(doc: Y.Doc, touch: Touch, origin: unknown): void {
  const { id, key, value } = touch
  const root = rootOf(touch)
  if (root === 'floor')
    setFloorSize(doc, value as Size, origin) // as it was set
  else if (root === 'objects' && key === WHOLE) setWhole(doc, id, value, origin)
  else if (root === 'objects') setProperties(doc, id, { [key]: value }, origin)
  else if (!isId('resource', id)) return
  else if (value === null) unsetResource(doc, id, key, origin)
  else setResource(doc, id, { [key]: value }, origin)
}

function setWhole(doc: Y.Doc, id: DraftObjectId, value: Property, origin: unknown): void {
  const object: DraftObject | null = parseDraftObject(value)
  if (object === null) return
  if (valueAt(doc, { id, key: WHOLE }) === null) addObject(doc, id, object, origin)
  else setProperties(doc, id, value as Properties, origin) // an object is properties
}

/**
 * What of it goes on in a document that began anew with the same content or nearly: `joins` is what nobody set otherwise, and what is new.
 * What stands there already is neither.
 */
export function sortAfterRenewal(doc: Y.Doc, touches: readonly UnconfirmedTouch[]) {
  const isNew = (touch: Touch) => rootOf(touch) === 'objects' && !isThere(doc, touch)
  // Two may have laid a picture below: it has one id for all.
  const isDone = (touch: Touch) =>
    touch.key === WHOLE && touch.id === BACKGROUND_ID
      ? isSame(valueAt(doc, touch), touch.value)
      : stands(doc, touch)
  const open = touches.filter((touch) => !isDone(touch))
  const added = new Set(open.filter((one) => isNew(one) && one.key === WHOLE).map(({ id }) => id))
  const doesJoin = (touch: UnconfirmedTouch) => {
    if (isNew(touch)) return added.has(touch.id)
    return touch.key !== WHOLE && isSame(valueAt(doc, touch), touch.before)
  }
  return { joins: open.filter(doesJoin), aside: open.filter((touch) => !doesJoin(touch)) }
}

function isThere(doc: Y.Doc, { id }: Touch): boolean {
  return valueAt(doc, { id, key: WHOLE }) !== null
}

/** True when whoever set the value that stands had seen the other one: each value names the one that stood when it was set. */
export function wasHeard(own: Y.ID, standing: Y.Item): boolean {
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

export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}
