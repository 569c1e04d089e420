/**
 * The sending half of one connection. Nothing is queued here: what the socket cannot send piles up inside it, and a reader that lets
 * 4 MB pile up is dropped, because it will not catch up by waiting and costs everybody memory.
 */
import type { Down } from '../../domain/wire/down.ts'
import { writeFrame } from '../../domain/wire/frame.ts'
import type { Socket } from './socket.ts'

export interface Peer {
  say(message: Down): void
  /** A text that is prepared already. */
  text(text: string): void
  /** `u32 channel ++ body`, whose parts need not be joined. */
  frame(channel: number, body: Uint8Array, more?: Uint8Array): void
  /** A message that is prepared already. */
  bytes(message: Uint8Array): void
  /** What is sent meanwhile leaves in one go. */
  together(send: () => void): void
  /** Resolves when little waits to be sent, or the socket is gone. */
  flushed(): Promise<void>
}

export const BUFFERED_BYTES_MAX = 4_000_000
/** Before it is sent further whole documents, a connection lets this much drain. */
const BUFFERED_BYTES_EASY = 1_000_000
const nothing = new Uint8Array()

export function makePeer(socket: Socket): Peer {
  let flushing: Promise<void> = Promise.resolve()

  function isUsable(): boolean {
    if (!socket.isOpen) return false
    if (socket.bufferedBytes <= BUFFERED_BYTES_MAX) return true
    socket.terminate()
    return false
  }

  function text(text: string): void {
    if (isUsable()) socket.sendText(text)
  }

  return {
    say: (message) => text(JSON.stringify(message)),
    text,
    frame: (channel, body, more = nothing) => {
      if (!isUsable()) return
      flushing = new Promise((resolve) => {
        socket.sendBytes([writeFrame(channel, body), more], resolve)
      })
    },
    bytes: (message) => {
      if (isUsable()) socket.sendBytes([message])
    },
    together: (send) => socket.together(send),
    flushed: async () => {
      if (socket.bufferedBytes > BUFFERED_BYTES_EASY) await flushing
    },
  }
}
