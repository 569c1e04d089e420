import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { drawn } from '../drafts/for-tests.ts'
import { channelSocket, type TestDoor, type TestPeer } from '../for-tests.ts'
import { writeAwareness } from '../sync-message.ts'

/** A person who draws: y-websocket over an edit channel of their own connection, with its awareness. */
export interface TestDrawing {
  readonly peer: TestPeer
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** What it knows of another. */
  of(other: TestDrawing): unknown
  /** Sends awareness as it is. */
  send(states: readonly (readonly [number, number, string])[]): void
  close(): void
}

export async function openTestDrawing(door: TestDoor, member: string): Promise<TestDrawing> {
  const peer = await door.open(await door.signIn(member))
  peer.say({ type: 'edit', channel: 1, document: drawn, epoch: null })
  await peer.hear('editing')
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://channel', 'draft', doc, {
    WebSocketPolyfill: channelSocket(peer, 1),
    disableBc: true,
  })
  await new Promise((synced) => provider.once('sync', synced))
  return {
    peer,
    doc,
    provider,
    of: (other) => provider.awareness.getStates().get(other.doc.clientID),
    send: (states) => {
      const text = new TextEncoder()
      const bytes = states.flatMap(([id, clock, state]) => {
        const said = text.encode(state)
        return [...varUint(id), ...varUint(clock), ...varUint(said.length), ...said]
      })
      const message = writeAwareness(Uint8Array.of(states.length, ...bytes))
      peer.frame(1, Uint8Array.of(0, ...message))
    },
    close: () => {
      provider.destroy()
      peer.socket.terminate()
    },
  }
}

function varUint(number: number): readonly number[] {
  return number < 128 ? [number] : [128 + (number % 128), ...varUint(Math.floor(number / 128))]
}
