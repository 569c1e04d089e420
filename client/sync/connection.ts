/** The only place that knows y-websocket: its provider runs unchanged on a channel of the one socket. */
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { limits } from '../../domain/values/limits.ts'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'

export interface EditChannel {
  /** A message part arrived on this channel. */
  take(body: Uint8Array): void
  close(): void
}

/** Shorter than the provider's patience of 30 s, after which it would drop a quiet channel. */
const QUIET_MS = 10_000
/** An awareness message about nobody (y-protocols): it only shows that somebody is there. */
const NOBODY = new Uint8Array([1, 1, 0])

/**
 * Connects a document over one channel for as long as the connection lives; a new connection makes a new one. `onSynced` is
 * called once the space's state is held. It is no acknowledgement: the space sends that itself.
 */
export function connectDocument(
  name: string,
  doc: Y.Doc,
  sendPart: (body: Uint8Array) => void,
  onSynced: () => void,
): EditChannel {
  const reassemble = makeReassembler(limits.outboxBytesMax)
  let opened: ChannelSocket | null = null

  /** The part of WebSocket that the provider uses. */
  class ChannelSocket {
    readonly OPEN = 1 // the provider compares readyState with it before every send
    binaryType = 'arraybuffer'
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number }) => void) | null = null
    onerror: (() => void) | null = null

    constructor() {
      opened = this
      queueMicrotask(() => {
        this.readyState = this.OPEN
        this.onopen?.()
      })
    }

    send(message: Uint8Array): void {
      for (const part of splitMessage(message)) sendPart(part)
    }

    close(): void {
      this.readyState = 3
    }
  }

  const provider = new WebsocketProvider('ws://channel', name, doc, {
    WebSocketPolyfill: ChannelSocket as unknown as typeof WebSocket, // the part of it that is used
    disableBc: true,
  })
  provider.awareness.setLocalState(null) // nobody is told that somebody is here
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) onSynced()
  })
  const quiet = setInterval(() => hand(NOBODY), QUIET_MS)

  function hand(message: Uint8Array): void {
    opened?.onmessage?.({ data: message.slice().buffer })
  }

  return {
    take: (body) => {
      const joined = reassemble(body)
      if (joined.kind === 'message') hand(joined.message)
    },
    close: () => {
      clearInterval(quiet)
      provider.destroy()
    },
  }
}
