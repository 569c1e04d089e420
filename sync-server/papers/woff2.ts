/**
 * A WOFF2 file as the plain font in it (SFNT), in memory. Fonts come to browsers as WOFF2, and what embeds them in a PDF takes parts of a plain one;
 * so the very files that the app ships are used, and no second copy of them. Only what our own fonts have is read: one font a file, glyphs
 * with or without the transform of WOFF2 (W3C, section 5.1). Whatever else is there fails loudly.
 */
import { brotliDecompressSync } from 'node:zlib'
import { plainGlyphs } from './woff2-glyphs.ts'
import { ByteReader } from './woff2-reader.ts'

const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .replaceAll('_', ' ')
    .match(/.{4}(?= |$)/g) ?? []

interface Entry {
  readonly tag: string
  readonly isTransformed: boolean
  /** In the decompressed stream. */
  readonly length: number
}

export interface PlainTable {
  readonly tag: string
  readonly bytes: Buffer
}

/** `mark` stands in the font's check sum, by which pdfkit tells fonts of one name apart: files of a family, and weights of a file. */
export function plainFont(woff2: Buffer, mark: number): Buffer {
  const reader = new ByteReader(woff2)
  if (reader.tag() !== 'wOF2') throw new Error('Broken invariant: this is no WOFF2 file')
  const flavour = reader.u32()
  if (flavour === 0x74746366) throw new Error('Broken invariant: a collection is not one font')
  reader.skip(4)
  const count = reader.u16()
  reader.skip(6)
  const compressed = reader.u32()
  reader.skip(24)
  const entries = Array.from({ length: count }, () => readEntry(reader))
  const data = brotliDecompressSync(woff2.subarray(reader.at, reader.at + compressed))
  return sfnt(flavour, plainTables(entries, data, mark))
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8()
  const index = flags & 0x3f
  const tag = index === 0x3f ? reader.tag() : (knownTags[index] ?? '')
  const version = flags >> 6
  // Of glyphs and their places 3 means as they are, of all others 0.
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
  const length = reader.base128()
  return { tag, isTransformed, length: isTransformed ? reader.base128() : length }
}

function plainTables(entries: readonly Entry[], data: Buffer, mark: number): readonly PlainTable[] {
  let at = 0
  const tables: PlainTable[] = []
  for (const { tag, isTransformed, length } of entries) {
    const bytes = data.subarray(at, at + length)
    at += length
    if (!isTransformed) tables.push({ tag, bytes })
    else if (tag === 'glyf') tables.push(...plainGlyphs(bytes))
    else if (tag !== 'loca') throw new Error(`Broken invariant: ${tag} is packed in an unknown way`)
  }
  const hasLongOffsets = entries.some(({ tag, isTransformed }) => tag === 'glyf' && isTransformed)
  return tables.map(({ tag, bytes }) =>
    tag === 'head' ? { tag, bytes: ownHead(bytes, mark, hasLongOffsets) } : { tag, bytes },
  )
}

/** `plainGlyphs` says where each glyph begins in four bytes. */
function ownHead(bytes: Buffer, mark: number, hasLongOffsets: boolean): Buffer {
  const head = Buffer.from(bytes)
  head.writeUInt32BE(mark, 8)
  if (hasLongOffsets) head.writeInt16BE(1, 50)
  return head
}

function sfnt(flavour: number, tables: readonly PlainTable[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  const head = Buffer.alloc(12 + 16 * sorted.length)
  head.writeUInt32BE(flavour, 0)
  head.writeUInt16BE(sorted.length, 4)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [index, { tag, bytes }] of sorted.entries()) {
    const at = 12 + 16 * index
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8) // nobody who reads it here looks at check sums
    head.writeUInt32BE(bytes.length, at + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}
