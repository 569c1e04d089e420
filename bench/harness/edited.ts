/** A document that several write, as a device holds it: y-protocols in parts over one channel. What comes from the server is marked as its. */
import * as Y from 'yjs'
import { limits } from '../../domain/values/limits.ts'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'
import {
  readSyncMessage,
  syncSteps,
  writeSyncMessage,
} from '../../sync-server/sync/sync-message.ts'

export interface Edited {
  /** Asks for what the server has. */
  start(): void
  /** A part of a message that came. */
  take(body: Uint8Array): void
}

export function makeEdited(doc: Y.Doc, sendPart: (body: Uint8Array) => void): Edited {
  const join = makeReassembler(limits.planDraftBytesMax)
  const send = (step: 0 | 1 | 2, bytes: Uint8Array) => {
    for (const part of splitMessage(writeSyncMessage(step, bytes))) sendPart(part)
  }
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from !== 'server') send(syncSteps.update, update)
  })
  return {
    start: () => send(syncSteps.step1, Y.encodeStateVector(doc)),
    take: (body) => {
      const joined = join(body)
      if (joined.kind !== 'message') return
      const message = readSyncMessage(joined.message)
      if (message?.kind === 'step-1') {
        send(syncSteps.step2, Y.encodeStateAsUpdate(doc, message.stateVector))
      }
      if (message?.kind === 'write') Y.applyUpdate(doc, message.update, 'server')
    },
  }
}
