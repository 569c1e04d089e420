/**
 * The sending half of one socket. Nothing is queued here: what the socket cannot send piles up inside it, and a reader that lets 4 MB
 * pile up is dropped, because it will not catch up by waiting and costs everybody memory.
 */
import type { WebSocket } from 'ws'
import type { Down } from '../../domain/wire/down.ts'
import { writeFrame } from '../../domain/wire/frame.ts'

export interface Peer {
  text(message: Down): void
  /** `u32 channel ++ body`. */
  frame(channel: number, body: Uint8Array): void
  /** A message as it is. */
  bytes(message: Uint8Array): void
  /** Resolves when little waits to be sent, or the socket is gone. */
  flushed(): Promise<void>
}

export const BUFFERED_BYTES_MAX = 4_000_000
/** Before it sends further whole documents, a connection lets this much drain. */
const BUFFERED_BYTES_EASY = 1_000_000
/** Above this, the header goes out as a fragment of its own, so that all followers share the bytes of the body. */
const SHARED_BODY_BYTES_MIN = 8_000

export function makePeer(socket: WebSocket): Peer {
  let flushing: Promise<void> = Promise.resolve()

  function isUsable(): boolean {
    if (socket.readyState !== socket.OPEN) return false
    if (socket.bufferedAmount <= BUFFERED_BYTES_MAX) return true
    socket.terminate()
    return false
  }

  function sendBinary(message: Uint8Array): void {
    flushing = new Promise((resolve) => socket.send(message, () => resolve()))
  }

  return {
    text: (message) => {
      if (isUsable()) socket.send(JSON.stringify(message))
    },
    frame: (channel, body) => {
      if (!isUsable()) return
      if (body.byteLength < SHARED_BODY_BYTES_MIN) return sendBinary(writeFrame(channel, body))
      socket.send(writeFrame(channel, new Uint8Array()), { fin: false, binary: true })
      sendBinary(body)
    },
    bytes: (message) => {
      if (isUsable()) sendBinary(message)
    },
    flushed: async () => {
      if (socket.bufferedAmount > BUFFERED_BYTES_EASY) await flushing
    },
  }
}
