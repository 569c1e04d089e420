/** What one kind of document that peers write adds to the guard they all go through. */
import type * as Y from 'yjs'
import type { DocumentHead } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import type { GateRules } from './gate.ts'

/** `Held` is what it knows of the resident document, `News` what one update brings. */
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
  /** `<member>/<device>` that it comes from; null for a row that another server let in. */
  readonly owner: string | null
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

/** Thrown to roll back: whoever writes may not write this. */
export class NotYours extends Error {}
/** Thrown to roll back: there is no such document to write in any more. */
export class Over extends Error {}
