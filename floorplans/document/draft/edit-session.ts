/**
 * Who changed what in a draft, told by session: one person's changes without a long break. A session keeps of each thing what it was
 * before and what it is now, so that what somebody moved there and back is no news, and no row is written for each step of a hand.
 */
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { isId, type MemberId, type ResourceId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { DraftObject, DraftObjectId, DraftObjectKind, DraftResource } from './draft.ts'

/** After half an hour without a change the next one begins another session. */
export const SESSION_BREAK_MS = 30 * 60_000
/** Things of one session that are told one by one; what is beyond is counted. A template or a version brought back is that large. */
export const SESSION_THINGS_MAX = 300

/** What a thing is called by those who read of it: a place by its resource, a zone or a word by its text, furniture by its kind. */
export interface ThingName {
  readonly kind: DraftObjectKind
  readonly resourceId?: ResourceId
  readonly unit?: number | null
  readonly text?: string
}

/** A thing at one moment, as far as it is compared: where it is, and all the rest. */
interface Stand {
  readonly spot: string
  readonly rest: string
}

export interface Edit {
  readonly name: ThingName
  /** Null where it was not there, or is not any more. */
  readonly was: Stand | null
  readonly is: Stand | null
}

/** Of one session, or of one change. */
export interface Edits {
  readonly things: Readonly<Record<DraftObjectId | ResourceId, Edit>>
  /** Changes to things that are not told one by one. */
  readonly more: number
  /** Of the floor's size, where it was touched. */
  readonly size?: { readonly was: string; readonly is: string }
}

export interface EditSession {
  readonly by: { readonly memberId: MemberId; readonly name: string }
  readonly beganAt: Instant
  readonly endedAt: Instant
  readonly told: ToldEdits
}

export const noEdits: Edits = { things: {}, more: 0 }

/** What a change made of one object; null where nothing is seen of it. */
export function editOf(
  before: DraftObject | undefined,
  after: DraftObject | undefined,
): Edit | null {
  const [was, is] = [standOf(before), standOf(after)]
  const known = after ?? before
  if (known === undefined || isSameStand(was, is)) return null
  return { name: nameOf(known), was, is }
}

/** What a change made of what a draft says about a place. */
export function editOfResource(
  resourceId: ResourceId,
  before: DraftResource | undefined,
  after: DraftResource | undefined,
): Edit | null {
  const [was, is] = [before, after].map((one) => ({ spot: '', rest: fingerprint(one ?? {}) }))
  if (was === undefined || is === undefined || was.rest === is.rest) return null
  return { name: { kind: 'place', resourceId, unit: null }, was, is }
}

/** What one person did first, and then did. */
export function joinEdits(first: Edits, then: Edits): Edits {
  const things = new Map(Object.entries(first.things))
  let more = first.more + then.more
  for (const [id, edit] of Object.entries(then.things)) {
    const known = things.get(id)
    if (known === undefined && things.size >= SESSION_THINGS_MAX) {
      more += 1
      continue
    }
    const joined = { ...edit, was: known === undefined ? edit.was : known.was }
    if (!isSameStand(joined.was, joined.is)) {
      things.set(id, joined)
      continue
    }
    things.delete(id)
    // A place that never came to be takes along what was said about it.
    const { resourceId } = edit.name
    if (joined.is === null && resourceId !== undefined) things.delete(resourceId)
  }
  const [one, other] = [first.size ?? then.size, then.size ?? first.size]
  const joined = { things: Object.fromEntries(things), more }
  return one === undefined || other === undefined
    ? joined
    : { ...joined, size: { was: one.was, is: other.is } }
}

function isResized({ size }: Edits): boolean {
  return size !== undefined && size.was !== size.is
}

/** True where a change made at `at` goes on with the session. */
export function isSameSession(endedAt: number, at: number): boolean {
  return at - endedAt <= SESSION_BREAK_MS
}

export function hasEdits(edits: Edits): boolean {
  return edits.more > 0 || isResized(edits) || Object.keys(edits.things).length > 0
}

/** Of each kind of change so many are named, the rest is counted: nobody reads on. */
export const NAMED_MAX = 8

export interface Told {
  readonly count: number
  /** Places first; of things that have one name alike, how many. */
  readonly names: readonly (ThingName & { readonly many: number })[]
}

/** What a person reads: which things came, went, are elsewhere, or are otherwise. A place that came is not told again as changed. */
export interface ToldEdits {
  readonly added: Told
  readonly removed: Told
  readonly moved: Told
  readonly changed: Told
  readonly more: number
  readonly isResized: boolean
}

export function tellEdits(edits: Edits): ToldEdits {
  const all = Object.entries(edits.things)
  const drawn = all.filter(([id]) => !isId('resource', id)).map(([, edit]) => edit)
  const told = new Set(drawn.map(({ name }) => name.resourceId))
  const said = all
    .filter(([id, { name }]) => isId('resource', id) && !told.has(name.resourceId))
    .map(([, edit]) => edit)
  const names = (edits: readonly Edit[], is: (edit: Edit) => boolean): Told => {
    const found = edits.filter(is).map(({ name }) => name)
    const byName = new Map<string, ThingName & { readonly many: number }>()
    for (const name of found) {
      const key = JSON.stringify([name.kind, name.resourceId, name.unit, name.text])
      byName.set(key, { ...name, many: (byName.get(key)?.many ?? 0) + 1 })
    }
    const isPlace = ({ kind }: ThingName) => (kind === 'place' ? 0 : 1)
    const sorted = [...byName.values()].toSorted((a, b) => isPlace(a) - isPlace(b))
    return { count: found.length, names: sorted.slice(0, NAMED_MAX) }
  }
  const isMoved = ({ was, is }: Edit) => was !== null && is !== null && was.spot !== is.spot
  const isThere = ({ was, is }: Edit) => was !== null && is !== null
  return {
    added: names(drawn, ({ was, is }) => was === null && is !== null),
    removed: names(drawn, ({ is }) => is === null),
    moved: names(drawn, isMoved),
    changed: names([...drawn, ...said], (edit) => isThere(edit) && !isMoved(edit)),
    more: edits.more,
    isResized: isResized(edits),
  }
}

function standOf(object: DraftObject | undefined): Stand | null {
  if (object === undefined || object.goneBy !== null) return null
  // What lies above what, and what is locked, changes nothing that anybody would look for.
  const { order: _order, isLocked: _isLocked, goneBy: _goneBy, ...rest } = object
  if (rest.kind === 'wall') {
    const { line, ...wall } = rest
    return { spot: fingerprint(line), rest: fingerprint(wall) }
  }
  const { at, ...thing } = rest
  if (!('rotation' in thing)) return { spot: fingerprint(at), rest: fingerprint(thing) }
  const { rotation, ...others } = thing
  return { spot: fingerprint({ at, rotation }), rest: fingerprint(others) }
}

function isSameStand(a: Stand | null, b: Stand | null): boolean {
  if (a === null || b === null) return a === b
  return a.spot === b.spot && a.rest === b.rest
}

/** Long words are cut: a list of changes is no place to read them. */
const TEXT_MAX = 60

function nameOf(object: DraftObject): ThingName {
  switch (object.kind) {
    case 'place':
      return { kind: 'place', resourceId: object.resourceId, unit: object.unit }
    case 'zone':
      return { kind: 'zone', text: object.name.slice(0, TEXT_MAX) }
    case 'label':
      return { kind: 'label', text: object.text.slice(0, TEXT_MAX) }
    case 'fixture':
      return { kind: 'fixture', text: object.fixture }
    case 'area':
      return { kind: 'area', text: object.surface }
    case 'wall':
    case 'background':
      return { kind: object.kind }
  }
}
