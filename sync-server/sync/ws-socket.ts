/** The adapter for `ws`: the one place that knows how its sockets behave. */
import type { RawData, WebSocket } from 'ws'
import type { Socket } from './socket.ts'

/** Up to here the parts are copied together; beyond it they go out as fragments, so that all readers share the bytes of the last. */
const JOINED_BYTES_MAX = 8_000
/** A peer that does not answer a close has this long. */
const CLOSE_WITHIN_MS = 2_000

export function adaptWebSocket(socket: WebSocket): Socket {
  // Without a listener an unreadable frame would end the process; `ws` has already closed the socket with its code.
  socket.on('error', () => undefined)
  return {
    get isOpen() {
      return socket.readyState === socket.OPEN
    },
    get bufferedBytes() {
      return socket.bufferedAmount
    },
    sendText: (text) => socket.send(text),
    sendBytes: (parts, onSent) => sendParts(socket, parts, onSent),
    ping: () => socket.ping(),
    close: (code, reason) => {
      socket.close(code, reason)
      const late = setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS)
      socket.once('close', () => clearTimeout(late))
    },
    terminate: () => socket.terminate(),
    onMessage: (listener) => {
      socket.on('message', (data: RawData, isBinary: boolean) => {
        const bytes = bytesOf(data)
        listener(isBinary ? bytes : bytes.toString('utf8'))
      })
    },
    onPong: (listener) => socket.on('pong', listener),
    onClose: (listener) => socket.on('close', listener),
  }
}

function sendParts(socket: WebSocket, parts: readonly Uint8Array[], onSent?: () => void): void {
  const size = parts.reduce((sum, part) => sum + part.byteLength, 0)
  const messages = parts.length > 1 && size <= JOINED_BYTES_MAX ? [Buffer.concat(parts)] : parts
  messages.forEach((message, index) => {
    const fin = index === messages.length - 1
    socket.send(message, { fin, binary: true }, fin ? onSent : undefined)
  })
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
