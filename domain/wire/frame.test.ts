import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../values/limits.ts'
import {
  makeReassembler,
  readFrame,
  readRowBody,
  splitMessage,
  writeFrame,
  writeRowBody,
} from './frame.ts'

const u32 = fc.integer({ min: 0, max: 0xffff_ffff })

test('[WIRE-01] a frame is read back as it was written', () => {
  fc.assert(
    fc.property(u32, fc.uint8Array(), (channel, body) => {
      expect(readFrame(writeFrame(channel, body))).toEqual({ channel, body })
    }),
  )
})

test('[WIRE-01] the channel is big endian, and three bytes are no frame', () => {
  expect([...writeFrame(258, Uint8Array.of(9))]).toEqual([0, 0, 1, 2, 9])
  expect(readFrame(Uint8Array.of(0, 0, 1))).toBeNull()
})

test('[WIRE-01] a frame inside a larger buffer is read from its own place', () => {
  const buffer = Uint8Array.of(7, 7, 0, 0, 0, 3, 1, 2)
  expect(readFrame(buffer.subarray(2))).toEqual({ channel: 3, body: Uint8Array.of(1, 2) })
})

test('[WIRE-02] a row is read back as it was written, and three bytes are none', () => {
  fc.assert(
    fc.property(u32, fc.uint8Array(), (n, update) => {
      expect(readRowBody(writeRowBody({ n, update }))).toEqual({ n, update })
    }),
  )
  expect(readRowBody(Uint8Array.of(0, 0, 1))).toBeNull()
})

test('[WIRE-03] a message of any size is joined again from parts that fit into frames', () => {
  const most = limits.frameBytesMax - 5
  const sizes = [0, 1, most - 1, most, most + 1, 2 * most, 2 * most + 1, limits.outboxBytesMax]
  for (const size of sizes) {
    const message = Uint8Array.from({ length: size }, (_, index) => index % 251)
    const parts = splitMessage(message)
    for (const part of parts) {
      expect(writeFrame(1, part).byteLength).toBeLessThanOrEqual(limits.frameBytesMax)
    }
    const join = makeReassembler(limits.outboxBytesMax)
    const joined = parts.map(join)
    expect(joined.slice(0, -1).every(({ kind }) => kind === 'more')).toBe(true)
    expect(joined.at(-1)).toEqual({ kind: 'message', message })
  }
})

test('[WIRE-04] beyond its cap a message is too large, and the next one is joined all the same', () => {
  const join = makeReassembler(10)
  expect(join(Uint8Array.of(1, 1, 2, 3, 4, 5, 6))).toEqual({ kind: 'more' })
  expect(join(Uint8Array.of(1, 1, 2, 3, 4, 5))).toEqual({ kind: 'too-large' })
  expect(join(Uint8Array.of(0, 8))).toEqual({ kind: 'message', message: Uint8Array.of(8) })
})

test('[WIRE-04] parts that say anything but 0 or 1, or nothing at all, are malformed', () => {
  const join = makeReassembler(10)
  for (const part of [[], [2, 1], [255]]) {
    expect(join(Uint8Array.from(part))).toEqual({ kind: 'malformed' })
  }
  expect(join(Uint8Array.of(0, 8))).toEqual({ kind: 'message', message: Uint8Array.of(8) })
})

test('[WIRE-04] empty parts with more to come are malformed: no size would count them', () => {
  expect(makeReassembler(10)(Uint8Array.of(1))).toEqual({ kind: 'malformed' })
})

test('[WIRE-04] whatever parts come, nothing above the cap is ever joined', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 8 })), (parts) => {
      const join = makeReassembler(12)
      for (const part of parts) {
        const joined = join(part)
        if (joined.kind === 'message') {
          expect(joined.message.byteLength).toBeLessThanOrEqual(12)
        }
      }
    }),
  )
})
