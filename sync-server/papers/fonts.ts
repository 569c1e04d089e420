/** Fonts as pdfkit reads them, each read once and then used by every paper. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import PdfDocument from 'pdfkit'
import { encodeOutline, type OutlineCommand } from './encode-outline.ts'
import type { FontFile, Weight } from './font-files.ts'
import { plainFont } from './woff2.ts'

/** What pdfkit reads fonts with hands out more than this; it is used for weights alone. */
export interface ReadFont {
  readonly variationAxes: object
  layout(text: string): unknown
  getVariation(settings: { readonly wght: number }): ReadFont
  createSubset(): Subset
}

interface Subset {
  glyphEncoder: { encodeSimple(path: { readonly commands: readonly OutlineCommand[] }): Buffer }
}

const weights: Readonly<Record<Weight, number>> = { plain: 400, strong: 640 }

const read = new Map<string, ReadFont>()

export function fontOf({ path, weight }: FontFile): ReadFont {
  const key = `${weight}:${path}`
  const known = read.get(key)
  if (known !== undefined) return known
  const font = inWeight(readFont(plainFont(readFileSync(path), markOf({ path, weight }))), weight)
  read.set(key, font)
  return font
}

/** Its own for each file and weight, and the same on every machine, because it stands in the PDF. */
function markOf({ path, weight }: FontFile): number {
  return createHash('sha256')
    .update(`${weight} ${basename(path)}`)
    .digest()
    .readUInt32BE(0)
}

/** A document takes fonts as bytes and reads them; what it has read can be given to any other document. */
function readFont(bytes: Buffer): ReadFont {
  const reader = new PdfDocument({ autoFirstPage: false })
  reader.font(bytes)
  const { font } = (reader as unknown as { readonly _font: { readonly font: ReadFont } })._font // pdfkit 0.20: `EmbeddedFont.font`
  if (typeof font?.layout !== 'function') throw new Error('Broken invariant: no font was read')
  return font
}

/** The encoder that comes with it cannot write the outline of a weight (fontkit 2.0.4), so it is given ours. */
function inWeight(font: ReadFont, weight: Weight): ReadFont {
  if (Object.keys(font.variationAxes).length === 0) return font
  const varied = font.getVariation({ wght: weights[weight] })
  const createSubset = varied.createSubset.bind(varied)
  varied.createSubset = () => {
    const subset = createSubset()
    subset.glyphEncoder = { encodeSimple: ({ commands }) => encodeOutline(commands) }
    return subset
  }
  return varied
}
