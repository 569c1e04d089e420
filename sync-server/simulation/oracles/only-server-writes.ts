/**
 * Every struct of a followed document was written by a server: the copy knows no other writer than the rows on disk, and no two lives of
 * the server wrote under the same client id.
 */
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import { readHead, readRows } from '../../storage/document-log.ts'
import type { Reader } from '../../storage/storage.ts'
import type { MakeOracle } from './oracle.ts'

export const onlyServerWrites: MakeOracle = (world) => {
  const lifeOfWriter = new Map<number, number>()
  return {
    title: 'every struct of a server-written document is the server’s',
    onCommitted: (life, rows) => {
      for (const { name, bytes } of rows) {
        for (const { id } of Y.decodeUpdate(bytes).structs) {
          const before = lifeOfWriter.get(id.client) ?? life
          lifeOfWriter.set(id.client, before)
          if (before !== life)
            return `${name} was written by ${id.client} in two lives of the server`
        }
      }
      return null
    },
    atEnd: async () => {
      const { storage } = must(world.host.server, 'the world has healed')
      const found: string[] = []
      const onDisk = new Map<string, Promise<Uint8Array | null>>()
      for (const device of world.devices) {
        for (const name of device.documents.followers().keys()) {
          const reading = onDisk.get(name) ?? writersOf(storage.read, name)
          onDisk.set(name, reading)
          const ours = await reading
          const doc = device.documents.doc(name)
          if (ours === null || doc === null) continue
          if (!Buffer.from(ours).equals(Buffer.from(Y.encodeStateVector(doc)))) {
            found.push(`${device.id} ${name} holds other writers than the log`)
          }
        }
      }
      return found
    },
  }
}

/** Who wrote how much of it, by the rows on disk; null when there is no such document. */
async function writersOf(reader: Reader, name: string): Promise<Uint8Array | null> {
  const head = await readHead(reader, name)
  if (head === null) return null
  const written = new Y.Doc({ guid: name })
  for (const row of await readRows(reader, head, 0)) Y.applyUpdate(written, row.bytes)
  return Y.encodeStateVector(written)
}
