/**
 * A document that peers write, behind its guard, whatever kind it is of.
 *
 * In order: the gate, a shadow document that shows what the update would make, what the kind asks of it, who owns its client ids, disk
 * (the log row and what belongs to it in one transaction), and only then the resident document, the other editors and the
 * acknowledgement. A refused update touches nothing: the replica starts over.
 */
import * as Y from 'yjs'
import type { DocumentHead } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import { claimClients } from './client-claims.ts'
import type { EditAnswer, EditedDocument, EditedPorts, Editor } from './edited-document.ts'
import { checkUpdate, type GateRules } from './gate.ts'
import { makePresenceRoom } from './presence.ts'

/** What one kind of document adds to the guard. `Held` is what it knows of the resident document, `News` what one update brings. */
export interface GuardedKind<Held, News> {
  readonly name: string
  readonly gate: GateRules
  /** True when several people edit it: they are told the row that holds what they see, and who else is here. */
  readonly isShared: boolean
  /** As it stands on disk, begun or begun anew where that is due; null when there is no such document. */
  open(tx: Tx): Promise<Opened | null>
  /** True when it should begin anew: mostly what nobody sees any more, or too many writers. `open` sees to it. */
  isWorn(opened: Opened): boolean
  hold(doc: Y.Doc): Held
  /** Gives the roots their types: a root without one is another object once it is asked for, and changes would name the old. */
  define(doc: Y.Doc): void
  /** May the shadow replace the document? */
  check(change: Change<Held>): Checked<Held, News>
  /** Appends the row, and writes what belongs to it. */
  write(tx: Tx, row: NewRow<News>): Promise<DocumentHead>
  /** What the acknowledgement says. */
  seq(held: Held, head: DocumentHead): number
  /** True when there is something to settle. */
  isNews(news: News): boolean
}

export interface Opened {
  readonly head: DocumentHead
  readonly doc: Y.Doc
}

export interface Change<Held> {
  readonly doc: Y.Doc
  readonly shadow: Y.Doc
  readonly held: Held
  readonly head: DocumentHead
  /** What the update adds, as our own Yjs writes it. */
  readonly bytes: Uint8Array
  readonly transaction: Y.Transaction
}

export type Checked<Held, News> =
  | { readonly kind: 'fine'; readonly held: Held; readonly news: News }
  | { readonly kind: 'refused'; readonly why: string }

export interface NewRow<News> {
  readonly head: DocumentHead
  readonly bytes: Uint8Array
  readonly news: News
  readonly at: number
  /** `<member>/<device>` that it comes from. */
  readonly owner: string
}

interface Resident<Held> {
  readonly doc: Y.Doc
  head: DocumentHead
  held: Held
  /** Ahead of `doc` while an update is being judged and stored. */
  shadow: Y.Doc
  isStale: boolean
}

/** Null when there is no such document. */
export async function openGuarded<Held, News>(
  { storage, log }: EditedPorts,
  kind: GuardedKind<Held, News>,
): Promise<EditedDocument | null> {
  const opened = await storage.transaction(kind.open)
  if (opened === null) return null
  const { doc, head } = opened
  const resident = { doc, head, held: kind.hold(doc), shadow: copyOf(kind, doc), isStale: false }
  const editors = new Set<Editor>()
  let queue: Promise<unknown> = Promise.resolve()

  async function receive(update: Uint8Array, at: number, from: Editor): Promise<EditAnswer> {
    if (resident.isStale) return { kind: 'unavailable' }
    const judged = judge(kind, resident, update)
    if (judged.kind === 'known') return received(false)
    if (judged.kind === 'refused' && kind.isWorn(resident)) endFor(from)
    if (judged.kind !== 'fine') return judged
    const { change, clientIds, held, news } = judged
    try {
      const stored = await storage.transaction(async (tx) => {
        const isOwn = await claimClients(tx, kind.name, clientIds, from.owner)
        if (!isOwn) throw new NotYours('a client id of somebody else')
        const { owner } = from
        return kind.write(tx, { head: resident.head, bytes: change, news, at, owner })
      })
      resident.head = stored
    } catch (error) {
      if (error instanceof NotYours) return refuse(kind, resident, error.message)
      // Whether it was committed is not known: what is resident cannot be believed any more.
      if (!(error instanceof Over)) log(`${kind.name} could not be stored: ${String(error)}`)
      endFor(from)
      return { kind: 'unavailable' }
    }
    Y.applyUpdate(doc, change)
    resident.held = held
    for (const editor of editors) if (editor !== from) editor.changed(change)
    return received(kind.isNews(news))
  }

  /** Everybody opens it again; who caused it is answered. */
  function endFor(from: Editor): void {
    resident.isStale = true
    for (const editor of editors) if (editor !== from) editor.ended()
  }

  /** A repeat is acknowledged again: the first acknowledgement may have been lost. */
  function received(isNew: boolean): EditAnswer {
    return { kind: 'received', seq: kind.seq(resident.held, resident.head), isNew }
  }

  return {
    epoch: head.epoch,
    bytesMax: kind.gate.bytesMax,
    rowTold: () => (kind.isShared ? resident.head.n : null),
    presence: kind.isShared ? makePresenceRoom() : null,
    claim: (clientId, owner) =>
      storage.transaction((tx) => claimClients(tx, kind.name, [clientId], owner)),
    stateVector: () => Y.encodeStateVector(doc),
    stateFor: (vector) => Y.encodeStateAsUpdate(doc, vector),
    receive: (update, at, from) => {
      const answer = queue.then(() => receive(update, at, from))
      queue = answer.catch(() => undefined)
      return answer
    },
    join: (editor) => {
      editors.add(editor)
      return () => editors.delete(editor)
    },
    isStale: () => resident.isStale,
    idle: async () => {
      await queue
    },
  }
}

type Judged<Held, News> =
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
function judge<Held, News>(
  kind: GuardedKind<Held, News>,
  resident: Resident<Held>,
  update: Uint8Array,
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
  const checked = kind.check({ doc, shadow, held, head, ...applied })
  if (checked.kind === 'refused') return refuse(kind, resident, checked.why)
  return { ...checked, change: applied.bytes, clientIds: gated.clientIds }
}

function refuse<Held, News>(
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

/** Thrown to roll back: whoever writes may not write this. */
export class NotYours extends Error {}
/** Thrown to roll back: there is no such document to write in any more. */
export class Over extends Error {}

function copyOf({ define }: Pick<GuardedKind<never, never>, 'define'>, doc: Y.Doc): Y.Doc {
  const copy = docOf([Y.encodeStateAsUpdate(doc)])
  define(copy)
  return copy
}

export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
