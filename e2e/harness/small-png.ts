/**
 * Writes a screenshot with a palette of 256 colours: a third of the bytes, and no eye sees it on a screen of flat colours. Reads what
 * Chromium writes (8 bits, colour or colour with alpha, not interlaced), nothing else. Format: https://www.w3.org/TR/png-3/
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { must } from '../../domain/values/assert.ts'

type Colour = readonly [red: number, green: number, blue: number]

interface Image {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel, row by row. */
  readonly pixels: Uint8Array
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const COLOURS_MAX = 256

export function toSmallPng(png: Buffer): Buffer {
  const image = readPng(png)
  const counts = countColours(image)
  const boxes = cutColours([...counts.keys()], counts)
  const palette = boxes.map((box) => meanOf(box, counts))
  const indexOf = new Map(boxes.flatMap((box, index) => box.map((colour) => [colour, index])))
  const rows = Buffer.alloc((image.width + 1) * image.height) // each row begins with its filter, 0 for none
  for (let at = 0; at < image.width * image.height; at += 1) {
    const row = Math.floor(at / image.width)
    rows[at + row + 1] = must(indexOf.get(colourAt(image, at)), 'each colour is in a box')
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(image)),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function readPng(png: Buffer): Image {
  let at = SIGNATURE.length
  let head: Buffer = Buffer.alloc(0)
  const data: Buffer[] = []
  while (at < png.length) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') head = body
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const [width, height, bytes] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3]
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width, height, bytes) }
}

function unfilter(raw: Buffer, width: number, height: number, bytes: number): Uint8Array {
  const stride = width * bytes
  let above = new Uint8Array(stride)
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0
    const row = new Uint8Array(stride)
    for (let x = 0; x < stride; x += 1) {
      const [left, up] = [row[x - bytes] ?? 0, above[x] ?? 0]
      const guess = guessOf(filter, left, up, x < bytes ? 0 : (above[x - bytes] ?? 0))
      row[x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
    for (let x = 0; x < width; x += 1) {
      pixels.set(row.subarray(x * bytes, x * bytes + 3), (y * width + x) * 3)
    }
    above = row
  }
  return pixels
}

function guessOf(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
      if (Number(a) <= Number(b) && Number(a) <= Number(c)) return left
      return Number(b) <= Number(c) ? up : corner
    }
    default:
      return 0
  }
}

function colourAt({ pixels }: Image, at: number): number {
  return (
    ((pixels[at * 3] ?? 0) << 16) | ((pixels[at * 3 + 1] ?? 0) << 8) | (pixels[at * 3 + 2] ?? 0)
  )
}

function countColours(image: Image): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at < image.width * image.height; at += 1) {
    const colour = colourAt(image, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/** Median cut: the box that holds most, times how far it stretches, is cut in two until there are enough. */
function cutColours(colours: number[], counts: ReadonlyMap<number, number>): readonly number[][] {
  const boxes = [colours]
  while (boxes.length < COLOURS_MAX) {
    const weights = boxes.map((box) => stretchOf(box).length * Math.sqrt(weightOf(box, counts)))
    const heaviest = weights.indexOf(Math.max(...weights))
    const box = boxes[heaviest]
    if (box === undefined || box.length < 2) break
    const { shift } = stretchOf(box)
    const sorted = box.toSorted((one, other) => ((one >> shift) & 255) - ((other >> shift) & 255))
    const half = sorted.length >> 1
    boxes.splice(heaviest, 1, sorted.slice(0, half), sorted.slice(half))
  }
  return boxes
}

/** The channel along which a box is longest, and how long. */
function stretchOf(box: readonly number[]): { readonly shift: number; readonly length: number } {
  const lengths = [16, 8, 0].map((shift) => {
    let [least, most] = [255, 0]
    for (const colour of box) {
      const value = (colour >> shift) & 255
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    return { shift, length: box.length < 2 ? 0 : most - least }
  })
  return lengths.reduce((longest, one) => (one.length > longest.length ? one : longest))
}

function weightOf(box: readonly number[], counts: ReadonlyMap<number, number>): number {
  return box.reduce((sum, colour) => sum + (counts.get(colour) ?? 0), 0)
}

function meanOf(box: readonly number[], counts: ReadonlyMap<number, number>): Colour {
  const weight = weightOf(box, counts)
  const mean = (shift: number) =>
    Math.round(
      box.reduce((sum, one) => sum + ((one >> shift) & 255) * (counts.get(one) ?? 0), 0) / weight,
    )
  return [mean(16), mean(8), mean(0)]
}

function header({ width, height }: Image): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8) // 8 bits an index, a palette; deflate, no interlace
  return head
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
