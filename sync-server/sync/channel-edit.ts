/** y-protocols over one channel, for a document that peers write: sync messages in and out, and who else is here where it has several writers. */
import type { CloseReason } from '../../domain/wire/close-codes.ts'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'
import type { EditedDocument, Editor } from './edited-document.ts'
import type { Person } from './presence/presence.ts'
import { readSyncMessage, syncSteps, writeAwareness, writeSyncMessage } from './sync-message.ts'

/** `socket` troubles end the connection, `channel` troubles this channel alone. */
export type EditTrouble = {
  readonly ends: 'socket' | 'channel'
  readonly reason: CloseReason
} | null

export interface EditChannel {
  /** Takes the body of one frame. */
  take(body: Uint8Array): Promise<EditTrouble>
  stop(): void
}

export interface EditPorts {
  send(body: Uint8Array): void
  /** What is on disk: of an outbox every wish up to `seq`, of a draft the row that holds all this peer was sent. */
  received(seq: number): void
  /** The document must be opened again. */
  ended(): void
  /** There are new wishes to settle. */
  wake(): void
  /** Who edits here, as others are told. */
  person(): Promise<Person>
  now(): number
  log(line: string): void
}

/** Room for the message's own header around an update at its cap. */
const MESSAGE_BYTES_MORE = 16

export function makeEditChannel(
  document: EditedDocument,
  owner: string,
  ports: EditPorts,
): EditChannel {
  const reassemble = makeReassembler(document.bytesMax + MESSAGE_BYTES_MORE)
  const self: Editor = {
    owner,
    changed: (update) => {
      send(syncSteps.update, update)
      tellRow()
    },
    ended: ports.ended,
  }
  const leave = document.join(self)
  const present =
    document.enter?.({
      hear: (update) => sendParts(writeAwareness(update)),
      person: ports.person,
      claims: (clientId) => document.claim(clientId, owner),
      now: ports.now,
    }) ?? null

  /** What this peer holds once it has applied what it was sent, and nothing of its own is unsent, is this row. */
  function tellRow(): void {
    const n = document.rowTold()
    if (n !== null) ports.received(n)
  }

  function send(step: 0 | 1 | 2, bytes: Uint8Array): void {
    sendParts(writeSyncMessage(step, bytes))
  }

  function sendParts(message: Uint8Array): void {
    for (const part of splitMessage(message)) ports.send(part)
  }

  async function write(update: Uint8Array): Promise<EditTrouble> {
    const answer = await document.receive(update, ports.now(), self)
    switch (answer.kind) {
      case 'refused':
        ports.log(`An update was refused: ${answer.why}`)
        return { ends: 'channel', reason: 'start-over' }
      case 'unavailable':
        return { ends: 'channel', reason: 'going-away' }
      case 'gap':
        send(syncSteps.step1, document.stateVector())
        return null
      case 'received':
        // Acknowledged only now: the wishes are on disk.
        ports.received(answer.seq)
        if (answer.isNew) ports.wake()
        return null
    }
  }

  function answer(stateVector: Uint8Array): EditTrouble {
    const state = stateFor(document, stateVector)
    if (state === null) return { ends: 'socket', reason: 'malformed' }
    send(syncSteps.step2, state)
    tellRow()
    const others = present?.others() ?? null
    if (others !== null) sendParts(writeAwareness(others))
    return null
  }

  async function hearOf(update: Uint8Array): Promise<EditTrouble> {
    const isRead = present === null || (await present.say(update))
    return isRead ? null : { ends: 'socket', reason: 'malformed' }
  }

  send(syncSteps.step1, document.stateVector())
  return {
    take: async (body) => {
      const joined = reassemble(body)
      if (joined.kind === 'more') return null
      if (joined.kind !== 'message') return { ends: 'socket', reason: joined.kind }
      const message = readSyncMessage(joined.message)
      if (message === null) return { ends: 'socket', reason: 'malformed' }
      if (message.kind === 'write') return write(message.update)
      if (message.kind === 'other') return null
      if (message.kind === 'presence') return hearOf(message.update)
      return answer(message.stateVector)
    },
    stop: () => {
      leave()
      present?.leave()
    },
  }
}

function stateFor(document: EditedDocument, stateVector: Uint8Array): Uint8Array | null {
  try {
    return document.stateFor(stateVector)
  } catch {
    return null // a state vector that cannot be read
  }
}
