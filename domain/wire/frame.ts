/**
 * Binary frames: `u32 channel (big endian) ++ body`. On a follow channel the body is `u32 n ++ Yjs update`; on an edit channel it is
 * `u8 more ++ part`, because a frame is at most 64 kB and an update may be larger.
 */
import { limits } from '../values/limits.ts'

const CHANNEL_BYTES = 4

export interface Frame {
  readonly channel: number
  readonly body: Uint8Array
}

export function writeFrame(channel: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(CHANNEL_BYTES + body.byteLength)
  new DataView(frame.buffer).setUint32(0, channel)
  frame.set(body, CHANNEL_BYTES)
  return frame
}

/** The frame, or null when it is too short to name a channel. */
export function readFrame(bytes: Uint8Array): Frame | null {
  if (bytes.byteLength < CHANNEL_BYTES) return null
  return { channel: viewOf(bytes).getUint32(0), body: bytes.subarray(CHANNEL_BYTES) }
}

export interface RowBody {
  readonly n: number
  readonly update: Uint8Array
}

export function writeRowBody({ n, update }: RowBody): Uint8Array {
  const body = new Uint8Array(4 + update.byteLength)
  new DataView(body.buffer).setUint32(0, n)
  body.set(update, 4)
  return body
}

export function readRowBody(body: Uint8Array): RowBody | null {
  if (body.byteLength < 4) return null
  return { n: viewOf(body).getUint32(0), update: body.subarray(4) }
}

/** The parts of one message, each with its `more` byte, so that none exceeds a frame. */
export function splitMessage(message: Uint8Array): readonly Uint8Array[] {
  const most = limits.frameBytesMax - CHANNEL_BYTES - 1
  const parts: Uint8Array[] = []
  for (let at = 0; at < message.byteLength || parts.length === 0; at += most) {
    const part = message.subarray(at, at + most)
    const body = new Uint8Array(1 + part.byteLength)
    body[0] = at + most < message.byteLength ? 1 : 0
    body.set(part, 1)
    parts.push(body)
  }
  return parts
}

export type Reassembly =
  | { readonly kind: 'more' }
  | { readonly kind: 'message'; readonly message: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'malformed' }

/** Joins parts again, up to a number of bytes; after `too-large` or `malformed` it starts afresh. */
export function makeReassembler(bytesMax: number): (body: Uint8Array) => Reassembly {
  let parts: Uint8Array[] = []
  let size = 0
  const reset = () => {
    parts = []
    size = 0
  }
  return (body) => {
    const more = body[0]
    // An empty part with more to come would cost memory that no size counts.
    if ((more !== 0 && more !== 1) || (more === 1 && body.byteLength === 1)) {
      reset()
      return { kind: 'malformed' }
    }
    size += body.byteLength - 1
    if (size > bytesMax) {
      reset()
      return { kind: 'too-large' }
    }
    parts.push(body.slice(1))
    if (more === 1) return { kind: 'more' }
    const message = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      message.set(part, at)
      at += part.byteLength
    }
    reset()
    return { kind: 'message', message }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
