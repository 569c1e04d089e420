/**
 * What an edit channel needs of a document that peers write, and the table of such kinds. A kind without a row here cannot be edited,
 * whatever the table of rights says.
 */
import type { DocumentKind, DocumentName } from '../../domain/access/document-name.ts'
import type { Storage } from '../storage/storage.ts'
import { openOutbox } from './outbox.ts'

export type EditAnswer =
  /** Durable. `isNew` when there are wishes in it that were not known. */
  | { readonly kind: 'received'; readonly seq: number; readonly isNew: boolean }
  /** Something before it is missing. */
  | { readonly kind: 'gap' }
  /** Nothing of it was kept; this replica must start over. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It could not be stored, through no fault of the peer's. */
  | { readonly kind: 'unavailable' }

export interface EditedDocument {
  readonly epoch: string
  readonly bytesMax: number
  stateVector(): Uint8Array
  /** What a peer with this state vector lacks. Throws on bytes that are no state vector. */
  stateFor(stateVector: Uint8Array): Uint8Array
  receive(update: Uint8Array, at: number, from: object): Promise<EditAnswer>
  /** What others than `from` committed. */
  onChange(listener: (update: Uint8Array, from: object) => void): () => void
  /** True once it may not be used any more: it must be opened again. */
  isStale(): boolean
  /** Resolves when nothing is being written. */
  idle(): Promise<void>
}

export interface EditedPorts {
  readonly storage: Storage
  makeEpoch(): string
  log(line: string): void
}

type Named<Kind extends DocumentKind> = Extract<DocumentName, { kind: Kind }>
type Open<Kind extends DocumentKind> = (
  ports: EditedPorts,
  name: Named<Kind>,
) => Promise<EditedDocument>

const openByKind: { readonly [Kind in DocumentKind]?: Open<Kind> } = {
  outbox: openOutbox,
}

/** Opens the document, or null when documents of its kind are not edited. */
export function openEdited(ports: EditedPorts, name: DocumentName): Promise<EditedDocument> | null {
  const open = openByKind[name.kind] as Open<DocumentKind> | undefined // the row of this very kind
  return open === undefined ? null : open(ports, name)
}
