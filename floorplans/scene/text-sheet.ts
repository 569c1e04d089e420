/**
 * All words of the plan on one sheet: each text in each style is set once by the browser's own type setter, and the sprites show
 * pieces of the sheet. Numbers are set in white and tinted where they stand, names in their colour with a halo of the floor's.
 */
import { CanvasSource, Rectangle, Texture } from 'pixi.js'

export interface TextStyle {
  readonly name: string
  readonly sizePx: number
  readonly weight: number
  readonly isItalic: boolean
  /** Extra space between letters, in em. */
  readonly spacing: number
  readonly color: string
  /** Colour around the letters, or null for none. */
  readonly halo: string | null
}

export interface SetText {
  readonly texture: Texture
  /** Size on the screen in CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface TextSheet {
  find(text: string, style: string): SetText | null
  close(): void
}

const SHEET_PX = 1024
const GAP_PX = 4

interface Piece {
  readonly text: string
  readonly style: TextStyle
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Sets every text; one that would not fit on the sheet any more is left out, which shows as a missing word, never as a fault. */
export function setTexts(
  texts: readonly { readonly text: string; readonly style: TextStyle }[],
  fontFamily: string,
  resolution: number,
): TextSheet {
  const canvas = document.createElement('canvas')
  canvas.width = SHEET_PX * resolution
  const context = canvas.getContext('2d')
  if (context === null) return { find: () => null, close: () => undefined }
  const pen = context
  const fontOf = (style: TextStyle) =>
    `${style.isItalic ? 'italic ' : ''}${style.weight} ${style.sizePx}px ${fontFamily}`

  function choose(style: TextStyle): void {
    pen.font = fontOf(style)
    if ('letterSpacing' in pen) pen.letterSpacing = `${style.spacing * style.sizePx}px`
  }

  const pieces = pack(texts, (text, style) => {
    choose(style)
    return pen.measureText(text).width
  })
  const last = pieces.at(-1)
  canvas.height = Math.max(1, ((last?.y ?? 0) + (last?.height ?? 0) + GAP_PX) * resolution)
  pen.scale(resolution, resolution)
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  for (const { text, style, x, y, height } of pieces) {
    choose(style)
    const [left, middle] = [x + GAP_PX, y + height / 2 + style.sizePx * 0.06]
    if (style.halo !== null) {
      pen.strokeStyle = style.halo
      pen.lineWidth = style.sizePx * 0.32
      pen.strokeText(text, left, middle)
    }
    pen.fillStyle = style.color
    pen.fillText(text, left, middle)
  }
  return sheetOf(canvas, pieces, resolution)
}

function sheetOf(
  canvas: HTMLCanvasElement,
  pieces: readonly Piece[],
  resolution: number,
): TextSheet {
  const source = new CanvasSource({ resource: canvas, resolution })
  const found = new Map<string, SetText>()
  for (const { text, style, x, y, width, height } of pieces) {
    const frame = new Rectangle(x, y, width, height)
    const texture = new Texture({ source, frame })
    found.set(keyOf(text, style.name), { texture, width, height })
  }
  return {
    find: (text, style) => found.get(keyOf(text, style)) ?? null,
    close: () => {
      for (const { texture } of found.values()) texture.destroy(false)
      source.destroy()
    },
  }
}

/** Rows from the top: a sheet of names is small, nothing cleverer pays. */
function pack(
  texts: readonly { readonly text: string; readonly style: TextStyle }[],
  measure: (text: string, style: TextStyle) => number,
): readonly Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<string>()
  let [x, y, rowHeight] = [0, 0, 0]
  const byHeight = [...texts].sort((a, b) => a.style.sizePx - b.style.sizePx)
  for (const { text, style } of byHeight) {
    const key = keyOf(text, style.name)
    if (text === '' || seen.has(key)) continue
    seen.add(key)
    const width = Math.ceil(measure(text, style)) + 2 * GAP_PX
    const height = Math.ceil(style.sizePx * 1.5)
    if (width > SHEET_PX) continue
    if (x + width > SHEET_PX) [x, y, rowHeight] = [0, y + rowHeight + GAP_PX, 0]
    if (y + height > SHEET_PX) break
    pieces.push({ text, style, x, y, width, height })
    x += width + GAP_PX
    rowHeight = Math.max(rowHeight, height)
  }
  return pieces
}

function keyOf(text: string, style: string): string {
  return `${style} ${text}`
}
