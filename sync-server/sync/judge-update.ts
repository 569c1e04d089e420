/** Whether what a peer sent, or another server wrote, may become part of the resident document. Judged on a shadow of it. */
import * as Y from 'yjs'
import type { DocumentHead, DocumentRow } from '../storage/document-log.ts'
import type { EditAnswer } from './edited-document.ts'
import { checkUpdate } from './gate.ts'
import type { Change, GuardedKind } from './guarded-kind.ts'

export interface Resident<Held> {
  readonly doc: Y.Doc
  head: DocumentHead
  held: Held
  /** Ahead of `doc` while an update is being judged and stored. */
  shadow: Y.Doc
  isStale: boolean
}

export type Judged<Held, News> =
  | {
      readonly kind: 'fine'
      readonly change: Uint8Array
      readonly clientIds: readonly number[]
      readonly held: Held
      readonly news: News
    }
  /** It adds nothing to what is held. */
  | { readonly kind: 'known' }
  | Extract<EditAnswer, { kind: 'gap' | 'refused' }>

/** The gate, then the shadow. After anything but `fine` the shadow is what is held again. */
export function judge<Held, News>(
  kind: GuardedKind<Held, News>,
  resident: Resident<Held>,
  update: Uint8Array,
  owner: string,
): Judged<Held, News> {
  const { doc, shadow, held, head } = resident
  const gated = checkUpdate(update, shadow, kind.gate)
  if (gated.kind === 'gap') return gated
  if (gated.kind === 'refused') return refuse(kind, resident, gated.why)
  const applied = applyTo(shadow, update)
  if (applied === 'failed' || isWaiting(shadow)) {
    return refuse(kind, resident, 'an update that Yjs cannot apply')
  }
  if (applied === null) return { kind: 'known' }
  const checked = kind.check({ doc, shadow, held, head, owner, ...applied })
  if (checked.kind === 'refused') return refuse(kind, resident, checked.why)
  return { ...checked, change: applied.bytes, clientIds: gated.clientIds }
}

/** A row that another server wrote: what it adds, or null when nothing. */
export function takeRow<Held, News>(
  kind: GuardedKind<Held, News>,
  resident: Resident<Held>,
  { bytes }: DocumentRow,
): Uint8Array | null | 'refused' {
  const { doc, shadow, held, head } = resident
  const applied = applyTo(shadow, bytes)
  if (applied === null) return null
  if (applied === 'failed' || isWaiting(shadow)) return 'refused'
  const checked = kind.check({ doc, shadow, held, head, owner: null, ...applied })
  if (checked.kind === 'refused') return 'refused'
  Y.applyUpdate(doc, applied.bytes)
  resident.held = checked.held
  return applied.bytes
}

export function refuse<Held, News>(
  kind: GuardedKind<Held, News>,
  resident: Resident<Held>,
  why: string,
): Extract<EditAnswer, { kind: 'refused' }> {
  resident.shadow.destroy()
  resident.shadow = copyOf(kind, resident.doc)
  return { kind: 'refused', why }
}

type Applied = Pick<Change<never>, 'bytes' | 'transaction'>

/** The change as one update of our own, null when there is none. */
function applyTo(doc: Y.Doc, update: Uint8Array): Applied | null | 'failed' {
  let applied: Applied | null = null
  const keep = (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    applied = { bytes, transaction }
  }
  doc.on('update', keep)
  try {
    Y.applyUpdate(doc, update)
    return applied
  } catch {
    return 'failed'
  } finally {
    doc.off('update', keep)
  }
}

/** Yjs keeps what it cannot place yet; after the gate there must be none of that. */
function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

export function copyOf({ define }: Pick<GuardedKind<never, never>, 'define'>, doc: Y.Doc): Y.Doc {
  const copy = docOf([Y.encodeStateAsUpdate(doc)])
  define(copy)
  return copy
}

export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  // Without a name it would draw one: thirty calls of the random source.
  const doc = new Y.Doc({ gc: true, guid: '' })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
