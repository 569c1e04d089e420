/**
 * Glyphs as WOFF2 packs them, written as a font has them. Each coordinate is written in two bytes, which is larger than it must be and never leaves
 * the memory: a PDF gets the few glyphs it shows, encoded again.
 */
import type { PlainTable } from './woff2.ts'
import { ByteReader } from './woff2-reader.ts'

interface Streams {
  readonly contours: ByteReader
  readonly points: ByteReader
  readonly flags: ByteReader
  readonly glyphs: ByteReader
  readonly composites: ByteReader
  readonly boxes: ByteReader
  readonly instructions: ByteReader
  hasBox(glyph: number): boolean
}

/** The tables `glyf` and `loca`. */
export function plainGlyphs(bytes: Buffer): readonly PlainTable[] {
  const reader = new ByteReader(bytes)
  reader.skip(4)
  const count = reader.u16()
  reader.skip(2)
  const streams = openStreams(reader, count)
  const offsets = Buffer.alloc(4 * (count + 1))
  const glyphs: Buffer[] = []
  let offset = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    const plain = plainGlyph(streams, glyph)
    glyphs.push(plain)
    offset += plain.length
    offsets.writeUInt32BE(offset, 4 * (glyph + 1))
  }
  return [
    { tag: 'glyf', bytes: Buffer.concat(glyphs) },
    { tag: 'loca', bytes: offsets },
  ]
}

function openStreams(reader: ByteReader, count: number): Streams {
  const sizes = Array.from({ length: 7 }, () => reader.u32())
  const [contours, points, flags, glyphs, composites, boxed, instructions] = sizes.map(
    (size) => new ByteReader(reader.take(size)),
  )
  if (!contours || !points || !flags || !glyphs || !composites || !boxed || !instructions) {
    throw new Error('Broken invariant: seven streams were read')
  }
  const bitmap = boxed.take(4 * Math.floor((count + 31) / 32))
  const hasBox = (glyph: number) => (bitmap.readUInt8(glyph >> 3) & (0x80 >> (glyph & 7))) !== 0
  return { contours, points, flags, glyphs, composites, boxes: boxed, instructions, hasBox }
}

function plainGlyph(streams: Streams, glyph: number): Buffer {
  const contours = streams.contours.i16()
  if (contours === 0) return Buffer.alloc(0)
  const whole = contours < 0 ? composite(streams, glyph) : simple(streams, glyph, contours)
  return whole.length % 2 === 0 ? whole : Buffer.concat([whole, Buffer.alloc(1)])
}

const MORE = 0x20
const HAS_INSTRUCTIONS = 0x100

function composite(streams: Streams, _glyph: number): Buffer {
  const from = streams.composites.at
  let flags = MORE
  let isInstructed = false
  while ((flags & MORE) !== 0) {
    flags = streams.composites.u16()
    isInstructed ||= (flags & HAS_INSTRUCTIONS) !== 0
    const arguments_ = (flags & 0x1) !== 0 ? 4 : 2
    const scales = (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0
    streams.composites.skip(2 + arguments_ + scales)
  }
  const length = streams.composites.at - from
  streams.composites.at = from
  const parts = [shorts([-1]), streams.boxes.take(8), streams.composites.take(length)]
  if (isInstructed) parts.push(instructionsOf(streams))
  return Buffer.concat(parts)
}

function instructionsOf(streams: Streams): Buffer {
  const length = streams.glyphs.short255()
  return Buffer.concat([shorts([length]), streams.instructions.take(length)])
}

interface Point {
  readonly dx: number
  readonly dy: number
  readonly isOnCurve: boolean
}

function simple(streams: Streams, glyph: number, contours: number): Buffer {
  const ends: number[] = []
  for (let contour = 0, all = 0; contour < contours; contour += 1) {
    all += streams.points.short255()
    ends.push(all - 1)
  }
  const count = (ends.at(-1) ?? -1) + 1
  const points = Array.from({ length: count }, () => readPoint(streams))
  const instructions = instructionsOf(streams)
  const box = streams.hasBox(glyph) ? streams.boxes.take(8) : shorts(boxOf(points))
  return Buffer.concat([
    shorts([contours]),
    box,
    shorts(ends),
    instructions,
    Buffer.from(points.map(({ isOnCurve }) => (isOnCurve ? 1 : 0))),
    shorts(points.map(({ dx }) => dx)),
    shorts(points.map(({ dy }) => dy)),
  ])
}

/** The triplets of section 5.2: a flag says how many bits each coordinate has, what is added to it, and its sign. */
function readPoint({ flags, glyphs }: Streams): Point {
  const byte = flags.u8()
  const isOnCurve = byte < 128
  const flag = byte & 0x7f
  const [dx, dy] = readOffsets(flag, glyphs)
  return { dx, dy, isOnCurve }
}

function readOffsets(flag: number, glyphs: ByteReader): readonly [number, number] {
  const signed = (bit: number, value: number) => ((flag & bit) !== 0 ? value : -value)
  if (flag < 10) return [0, signed(1, ((flag & 14) << 7) + glyphs.u8())]
  if (flag < 20) return [signed(1, (((flag - 10) & 14) << 7) + glyphs.u8()), 0]
  if (flag < 84) {
    const base = flag - 20
    const both = glyphs.u8()
    return [
      signed(1, 1 + (base & 0x30) + (both >> 4)),
      signed(2, 1 + ((base & 0x0c) << 2) + (both & 0x0f)),
    ]
  }
  if (flag < 120) {
    const base = flag - 84
    const x = 1 + (Math.floor(base / 12) << 8) + glyphs.u8()
    const y = 1 + (((base % 12) >> 2) << 8) + glyphs.u8()
    return [signed(1, x), signed(2, y)]
  }
  if (flag < 124) {
    const [first, second, third] = [glyphs.u8(), glyphs.u8(), glyphs.u8()]
    return [signed(1, (first << 4) + (second >> 4)), signed(2, ((second & 0x0f) << 8) + third)]
  }
  return [signed(1, glyphs.u16()), signed(2, glyphs.u16())]
}

function boxOf(points: readonly Point[]): readonly number[] {
  let [x, y] = [0, 0]
  let box: readonly [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { dx, dy } of points) {
    x += dx
    y += dy
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
  }
  return box
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) {
    if (value > 32_767) bytes.writeUInt16BE(value, 2 * index)
    else bytes.writeInt16BE(value, 2 * index)
  }
  return bytes
}
