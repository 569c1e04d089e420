/**
 * A row of a document that only the server writes, as an update of Yjs (version 1 of its format). Values go in as the JSON text that the
 * tables hold (Yjs calls it ContentJSON), so nothing is encoded a second time, and whoever reads it parses it with the engine's own parser.
 *
 *   row     = writers items* removed           writers = 0, or 1 (count, client, first clock)
 *   item    = info, after? : (root name | within), key?, content
 *   removed = by client: client, count, (clock, 1)*
 */
import { SECTIONS_ROOT } from '../../domain/values/sections.ts'
import type { Place } from './written.ts'

export interface Row {
  readonly client: number
  /** Of the first item; those behind it follow without a gap. */
  readonly clock: number
  readonly items: readonly RowItem[]
  readonly removed: readonly Place[]
}

export interface RowItem {
  /** The item that stood there before, and with it the place; null where none ever did. */
  readonly after: Place | null
  /** The section in which it lies; null for a section itself. */
  readonly within: Place | null
  readonly key: string
  /** A value as JSON; null for a section. */
  readonly text: string | null
}

const CONTENT_JSON = 2
const CONTENT_TYPE = 7
const TYPE_MAP = 1
const HAS_AFTER = 0x80
const HAS_KEY = 0x20
/** All numbers of an item, each seven bits a byte, and the name of the root. */
const ITEM_BYTES_MAX = 64

export function writeRow({ client, clock, items, removed }: Row): Uint8Array {
  const bytes = makeBytes(sizeMax(items, removed))
  bytes.number(items.length === 0 ? 0 : 1)
  if (items.length > 0) for (const one of [items.length, client, clock]) bytes.number(one)
  for (const item of items) writeItem(bytes, item)
  const clients = [...new Set(removed.map((place) => place.client))]
  bytes.number(clients.length)
  for (const writer of clients) {
    const clocks = removed.flatMap((place) => (place.client === writer ? [place.clock] : []))
    bytes.number(writer)
    bytes.number(clocks.length)
    for (const at of clocks.toSorted((a, b) => a - b)) bytes.pair(at, 1)
  }
  return bytes.whole()
}

function sizeMax(items: readonly RowItem[], removed: readonly Place[]): number {
  const texts = items.reduce(
    (sum, { key, text }) => sum + Buffer.byteLength(key) + Buffer.byteLength(text ?? ''),
    0,
  )
  return texts + ITEM_BYTES_MAX * (items.length + removed.length + 1)
}

function writeItem(bytes: Bytes, { after, within, key, text }: RowItem): void {
  const content = text === null ? CONTENT_TYPE : CONTENT_JSON
  bytes.byte(content | HAS_KEY | (after === null ? 0 : HAS_AFTER))
  if (after !== null) bytes.pair(after.client, after.clock)
  else {
    bytes.number(within === null ? 1 : 0)
    if (within === null) bytes.text(SECTIONS_ROOT)
    else bytes.pair(within.client, within.clock)
    bytes.text(key)
  }
  if (text === null) bytes.number(TYPE_MAP)
  else {
    bytes.number(1)
    bytes.text(text)
  }
}

interface Bytes {
  byte(value: number): void
  number(value: number): void
  pair(first: number, second: number): void
  text(value: string): void
  whole(): Uint8Array
}

function makeBytes(sizeMax: number): Bytes {
  const buffer = Buffer.allocUnsafe(sizeMax)
  let at = 0

  function byte(value: number): void {
    at = buffer.writeUInt8(value, at)
  }

  function number(value: number): void {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) byte(128 | (rest % 128))
    byte(rest)
  }

  return {
    byte,
    number,
    pair: (first, second) => {
      number(first)
      number(second)
    },
    text: (value) => {
      number(Buffer.byteLength(value))
      at += buffer.write(value, at)
    },
    whole: () => new Uint8Array(buffer.buffer, buffer.byteOffset, at),
  }
}
