/** The adapter for `ws`: the one place that knows how its sockets behave. */
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { Socket } from './socket.ts'

/** Up to here the parts are copied together; beyond it they go out as fragments, so that all readers share the bytes of the last. */
const JOINED_BYTES_MAX = 8_000
/** A peer that does not answer a close has this long. */
const CLOSE_WITHIN_MS = 2_000

/**
 * `stream` is what carries the socket. A message in one part is written there as a finished frame: a server's frames are not masked, so
 * one frame serves every reader, where `ws` would make a header and two writes for each.
 */
export function adaptWebSocket(socket: WebSocket, stream: Duplex): Socket {
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
    sendBytes: (parts, onSent) => {
      const [only] = parts
      if (parts.length === 1 && only !== undefined) stream.write(frameOf(only), onSent)
      else sendParts(socket, parts, onSent)
    },
    together: (send) => {
      stream.cork()
      try {
        send()
      } finally {
        stream.uncork()
      }
    },
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

const frames = new WeakMap<Uint8Array, Buffer>()

/** The message as one unfragmented binary frame (RFC 6455, 5.2), made once for each message. */
function frameOf(message: Uint8Array): Buffer {
  const known = frames.get(message)
  if (known !== undefined) return known
  const frame = Buffer.concat([frameHeader(message.byteLength), message])
  frames.set(message, frame)
  return frame
}

const FINAL_BINARY = 0x82

function frameHeader(size: number): Buffer {
  if (size < 126) return Buffer.from([FINAL_BINARY, size])
  const isShort = size < 65_536
  const header = Buffer.alloc(isShort ? 4 : 10)
  header[0] = FINAL_BINARY
  header[1] = isShort ? 126 : 127
  if (isShort) header.writeUInt16BE(size, 2)
  else header.writeBigUInt64BE(BigInt(size), 2)
  return header
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
