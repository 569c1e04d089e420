/** The only place that knows y-websocket: its provider runs unchanged on a channel of the one socket. */
import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'

export interface EditChannel {
  /** A message part arrived on this channel. */
  take(body: Uint8Array): void
  close(): void
}

export interface Connected extends EditChannel {
  /** Says where this person is; null: nowhere any more. */
  sayPresence(state: object | null): void
}

export interface ConnectionPorts {
  readonly name: string
  /** Who is here, kept from one connection to the next: its clock must not begin anew. None where nobody is told. */
  readonly awareness?: Awareness
  /** The most one message may be. */
  readonly bytesMax: number
  sendPart(body: Uint8Array): void
  /** The space's state is held. It is no acknowledgement: the space sends that itself. */
  onSynced(): void
  /** A change goes out, or has come. */
  onChange?(way: 'out' | 'in'): void
  /** Others who are here, by an id of their connection. */
  onPresence?(states: ReadonlyMap<number, object>): void
}

/** Shorter than the provider's patience of 30 s, after which it would drop a quiet channel. */
const QUIET_MS = 10_000
/** An awareness message about nobody (y-protocols): it only shows that somebody is there. */
const NOBODY = new Uint8Array([1, 1, 0])

/** Connects a document over one channel for as long as the connection lives; a new connection makes a new one. */
export function connectDocument(doc: Y.Doc, ports: ConnectionPorts): Connected {
  const reassemble = makeReassembler(ports.bytesMax)
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
      if (isEcho(message, doc.clientID)) return
      if (isChange(message)) ports.onChange?.('out')
      for (const part of splitMessage(message)) ports.sendPart(part)
    }

    close(): void {
      this.readyState = 3
    }
  }

  const provider = new WebsocketProvider('ws://channel', ports.name, doc, {
    WebSocketPolyfill: ChannelSocket as unknown as typeof WebSocket, // the part of it that is used
    disableBc: true,
    ...(ports.awareness === undefined ? {} : { awareness: ports.awareness }),
  })
  const { awareness } = provider
  awareness.setLocalState(null) // nobody is told that somebody is here, until it is said
  awareness.on('change', tellPresence)
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) ports.onSynced()
  })
  const quiet = setInterval(() => hand(NOBODY), QUIET_MS)

  function tellPresence(): void {
    const others = [...awareness.getStates()].filter(([id]) => id !== doc.clientID)
    ports.onPresence?.(new Map(others))
  }

  function hand(message: Uint8Array): void {
    opened?.onmessage?.({ data: message.slice().buffer })
  }

  return {
    take: (body) => {
      const joined = reassemble(body)
      if (joined.kind !== 'message') return
      if (isChange(joined.message)) ports.onChange?.('in')
      hand(joined.message)
    },
    sayPresence: (state) => awareness.setLocalState(state),
    close: () => {
      clearInterval(quiet)
      awareness.off('change', tellPresence)
      provider.destroy()
    },
  }
}

/** A message of y-protocols that carries content: the second step of a sync, or an update. */
function isChange([kind, step]: Uint8Array): boolean {
  return kind === 0 && (step === 1 || step === 2)
}

/** The provider repeats what it hears of others. They say it themselves. */
function isEcho(message: Uint8Array, clientId: number): boolean {
  if (message[0] !== 1) return false
  const update = decoding.createDecoder(message.subarray(1))
  decoding.readVarUint(update) // its length
  const count = decoding.readVarUint(update)
  return count > 0 && decoding.readVarUint(update) !== clientId
}
