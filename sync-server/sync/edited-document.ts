/**
 * What an edit channel needs of a document that peers write, and the table of such kinds. A kind without a row here cannot be edited,
 * whatever the table of rights says.
 */
import type { DocumentKind, DocumentName } from '../../domain/access/document-name.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import type { RowPlace } from './commit-notice.ts'
import { planDraftKind } from './drafts/plan-draft.ts'
import { openGuarded } from './guarded-document.ts'
import { outboxKind } from './outbox.ts'
import type { Present, PresentEditor } from './presence/presence.ts'
import type { PresenceRooms } from './presence/rooms.ts'
import { profileKind } from './profile.ts'
import { weekKind } from './team-week.ts'

export type EditAnswer =
  /** Durable. `isNew` when there are wishes in it that were not known. */
  | { readonly kind: 'received'; readonly seq: number; readonly isNew: boolean }
  /** Something before it is missing. */
  | { readonly kind: 'gap' }
  /** Nothing of it was kept; this replica must start over. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It could not be stored, through no fault of the peer's. */
  | { readonly kind: 'unavailable' }

/** Somebody who has the document open. */
export interface Editor {
  /** `<member>/<device>`: whom the Yjs client ids belong to that come from here. */
  readonly owner: string
  /** A change of another editor is on disk. */
  changed(update: Uint8Array): void
  /** Nothing more will come: the document must be opened again. */
  ended(): void
}

export interface EditedDocument {
  readonly epoch: string
  readonly bytesMax: number
  /** The number of its last row, where editors are told of it; null for an outbox, whose device is told of its wishes. */
  rowTold(): number | null
  /** Comes in among those who have it open; null where a document has one writer. */
  readonly enter: ((editor: PresentEditor) => Present) | null
  /** True when the Yjs client id is the owner's from now on, or was. */
  claim(clientId: number, owner: string): Promise<boolean>
  stateVector(): Uint8Array
  /** What a peer with this state vector lacks. Throws on bytes that are no state vector. */
  stateFor(stateVector: Uint8Array): Uint8Array
  receive(update: Uint8Array, at: number, from: Editor): Promise<EditAnswer>
  /** Another server says that it wrote this row: what is missing up to it is read. */
  hearOf(row: Pick<RowPlace, 'epoch' | 'n'>): Promise<void>
  /** Tells the editor what others commit, until the answer is called. */
  join(editor: Editor): () => void
  /** True once it may not be used any more: it must be opened again. */
  isStale(): boolean
  /** Resolves when nothing is being written. */
  idle(): Promise<void>
}

export interface EditedPorts {
  readonly storage: Storage
  readonly presence: PresenceRooms
  makeEpoch(): string
  now(): number
  /** Says to other servers over the same database that the row is there, once the transaction has committed. */
  announce(tx: Tx, row: RowPlace, at: number): Promise<void>
  log(line: string): void
}

type Named<Kind extends DocumentKind> = Extract<DocumentName, { kind: Kind }>
/** Null when there is no such document. */
type Open<Kind extends DocumentKind> = (
  ports: EditedPorts,
  name: Named<Kind>,
) => Promise<EditedDocument | null>

const openByKind: { readonly [Kind in DocumentKind]?: Open<Kind> } = {
  outbox: (ports, name) => openGuarded(ports, outboxKind(ports, name)),
  profile: (ports, name) => openGuarded(ports, profileKind(ports, name)),
  week: (ports, name) => openGuarded(ports, weekKind(ports, name)),
  'plan-draft': (ports, name) => openGuarded(ports, planDraftKind(ports, name)),
}

/** Opens the document, or null when documents of its kind are not edited. */
export function openEdited(
  ports: EditedPorts,
  name: DocumentName,
): Promise<EditedDocument | null> | null {
  const open = openByKind[name.kind] as Open<DocumentKind> | undefined // the row of this very kind
  return open === undefined ? null : open(ports, name)
}
