/** A document that several write begins with one row of the space's own: its content as it is kept elsewhere, or nothing. */
import * as Y from 'yjs'
import { appendRow, startEpoch } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import { claimClients, forgetClaims } from './client-claims.ts'
import type { EditedPorts } from './edited-document.ts'
import type { Opened } from './guarded-kind.ts'

/** Whose the first writing is. */
export const SPACE = 'space'

export async function beginDocument(
  tx: Tx,
  name: string,
  { makeEpoch, now }: Pick<EditedPorts, 'makeEpoch' | 'now'>,
  fill: (doc: Y.Doc) => void,
): Promise<Opened> {
  const doc = new Y.Doc({ gc: true, guid: '' })
  fill(doc)
  await forgetClaims(tx, name)
  await claimClients(tx, name, [doc.clientID], SPACE)
  const head = await startEpoch(tx, name, makeEpoch())
  return { doc, head: await appendRow(tx, head, Y.encodeStateAsUpdate(doc), now()) }
}
