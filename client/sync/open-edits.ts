/**
 * A shared document that is written edit by edit, open in a page. Until the space has an edit it is remembered beside the copy, so that it is
 * written again where the copy had to be started over; tabs that have the document open share what they remember. What goes to the space by
 * another way, and becomes an edit there, is kept aside until it has.
 */
import * as Y from 'yjs'
import { readIdentity } from '../store/identity.ts'
import { freshUlid } from './fresh-id.ts'
import { pageWire, type Wire } from './page-wire.ts'
import { fromTab, type OtherMemo } from './shared-copy.ts'
import { openSharedDocument, type Standing } from './shared-document.ts'

/** `here`: on this device alone. `sent`: the space has all of it. `closed`: nobody writes in it any more. */
export type EditsState = 'loading' | 'here' | 'sending' | 'sent' | 'closed'

export interface OpenEdits<Edit, Aside = null> {
  /** False as long as nothing is known of it here. */
  write(edit: Edit): boolean
  /** Null takes away what waits. */
  setAside(aside: Aside | null): void
  close(): Promise<void>
}

export interface EditsPorts<Edit, Aside = null> {
  readonly name: string
  readonly bytesMax: number
  apply(doc: Y.Doc, edit: Edit): void
  onChange(doc: Y.Doc, state: EditsState, aside: Aside | null): void
  /** Brings what is kept aside to the space: the edit that it became, null where it became none, or later. */
  carry?(aside: Aside): Promise<Edit | 'later' | null>
}

/** `isOwed`: it is not in the copy that it is remembered beside. */
interface Kept<Edit> {
  readonly id: string
  readonly edit: Edit
  readonly isOwed?: true
}

interface EditsMemo<Edit, Aside> {
  readonly pending: readonly Kept<Edit>[]
  readonly aside: Aside | null
}

/** More edits than that are not written one by one between two connections. */
const PENDING_MAX = 500

export async function openEdits<Edit, Aside = null>(
  ports: EditsPorts<Edit, Aside>,
  wire: Wire = pageWire,
): Promise<OpenEdits<Edit, Aside> | null> {
  const identity = readIdentity()
  if (identity === null) return null
  let doc = new Y.Doc()
  let standing: Standing | null = null
  let pending: readonly Kept<Edit>[] = []
  let aside: Aside | null = null
  /** This tab has said what is aside, and no other tab may have read it yet. */
  let isAsideNew = false
  /** Edits that the space has; another tab may remember them still. */
  const done = new Set<string>()
  let isKnown = false
  let isFirst = true
  let isCarrying = false

  function tell(): void {
    ports.onChange(doc, stateOf(), aside)
  }

  function stateOf(): EditsState {
    if (standing?.isForbidden === true) return 'closed'
    if (!isKnown) return 'loading'
    if (pending.length === 0 && aside === null) return 'sent'
    return standing?.isOnline === true ? 'sending' : 'here'
  }

  function take(opened: Y.Doc, kept: unknown): void {
    doc = opened
    if (!isFirst) pending = pending.map(owed)
    const memo = isFirst ? readMemo<Edit, Aside>(kept) : null
    isFirst = false
    if (memo !== null) {
      ;({ pending, aside } = memo)
      isKnown = true
    }
    opened.on('update', (_bytes: Uint8Array, origin: unknown, _doc: Y.Doc, { local }) => {
      if (!local && origin !== fromTab) writeAgain()
      tell()
    })
    tell()
  }

  /** A copy that was started over is empty until the space has told its own. */
  function writeAgain(): boolean {
    const missing = pending.filter(({ isOwed }) => isOwed)
    pending = pending.map(({ id, edit }) => ({ id, edit }))
    for (const { edit } of missing) ports.apply(doc, edit)
    return missing.length > 0
  }

  /** What this tab remembers, with what another one does. */
  function remember(other: OtherMemo | null): EditsMemo<Edit, Aside> {
    const theirs = other === null ? null : readMemo<Edit, Aside>(other.memo)
    if (other === null || theirs === null) return { pending, aside }
    if (other.stands === 'newer') {
      const there = new Set(theirs.pending.map(({ id }) => id))
      const unsent = theirs.pending.filter(({ id }) => !done.has(id))
      const own = pending.filter(({ id }) => !there.has(id)).map(owed)
      return { pending: [...unsent, ...own], aside: isAsideNew ? aside : theirs.aside }
    }
    const mine = new Set(pending.map(({ id }) => id))
    const news = theirs.pending.filter(({ id }) => !mine.has(id) && !done.has(id))
    pending = [...(other.stands === 'older' ? news.map(owed) : news), ...pending]
    pending = pending.slice(-PENDING_MAX)
    if (!isAsideNew) aside = theirs.aside
    tell()
    return { pending, aside }
  }

  function forgetSent(): void {
    for (const { id } of pending) done.add(id)
    for (const id of [...done].slice(0, -2 * PENDING_MAX)) done.delete(id)
    pending = []
  }

  function write(edit: Edit): boolean {
    if (!isKnown || standing?.isForbidden === true) return false
    pending = [...pending, { id: freshUlid(), edit }].slice(-PENDING_MAX)
    ports.apply(doc, edit)
    tell()
    return true
  }

  async function carryAside(): Promise<void> {
    const carried = aside
    if (carried === null || isCarrying || standing?.isOnline !== true) return
    isCarrying = true
    const became = (await ports.carry?.(carried)) ?? null
    isCarrying = false
    if (became === 'later' || aside !== carried) return
    putAside(null)
    if (became !== null) write(became)
  }

  function putAside(next: Aside | null): void {
    aside = next
    isAsideNew = true
    shared.keep()
    tell()
  }

  const shared = await openSharedDocument({
    name: ports.name,
    bytesMax: ports.bytesMax,
    identity,
    app: __APP_VERSION__,
    ...wire,
    random: Math.random,
    memo: (other) => {
      const memo = remember(other)
      isAsideNew = false
      return memo
    },
    onDocument: take,
    onStanding: (now) => {
      standing = now
      if (now.isConfirmed && now.at !== null) {
        isKnown = true
        if (!writeAgain()) forgetSent()
      }
      tell()
      void carryAside()
    },
    onPresence: () => undefined,
  })
  return {
    write,
    setAside: (next) => {
      putAside(next)
      void carryAside()
    },
    close: shared.close,
  }
}

/** Whether the space has everything that is remembered beside a copy. */
export function isAllSent(memo: unknown): boolean {
  const { pending, aside } = readMemo(memo) ?? { pending: [], aside: null }
  return pending.length === 0 && aside === null
}

function owed<Edit>(kept: Kept<Edit>): Kept<Edit> {
  return { ...kept, isOwed: true }
}

/** Versions before this one remembered edits without an id, and called what is aside a portrait. */
function readMemo<Edit, Aside>(kept: unknown): EditsMemo<Edit, Aside> | null {
  if (typeof kept !== 'object' || kept === null || !('pending' in kept)) return null
  const { pending, aside, portrait } = kept as {
    readonly pending: readonly (Kept<Edit> | Edit)[]
    readonly aside?: Aside | null
    readonly portrait?: Aside | null
  } // written by us alone
  return { pending: pending.map(withId), aside: aside ?? portrait ?? null }
}

function withId<Edit>(kept: Kept<Edit> | Edit): Kept<Edit> {
  const isKept = typeof kept === 'object' && kept !== null && 'id' in kept && 'edit' in kept
  return isKept ? (kept as Kept<Edit>) : { id: freshUlid(), edit: kept as Edit } // one or the other
}
