/**
 * All words of the plan on one sheet: each text in each style is set once by the browser's own type setter, and the sprites show
 * pieces of the sheet. Numbers are set in white and tinted where they stand, names in their colour with a halo of the floor's.
 */
import type { Texture } from 'pixi.js'
import { type Piece, paintSheets } from './sheets.ts'

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

export interface TextSheet {
  /** As wide and as high as it is on the screen, in CSS pixels. */
  find(text: string, style: string): Texture | null
  close(): void
}

interface Wanted {
  readonly text: string
  readonly style: TextStyle
}

const EDGE_PX = 4

/** Sets every text. Where the browser has no canvas to give, words are missing. */
export function setTexts(
  texts: readonly Wanted[],
  fontFamily: string,
  resolution: number,
): TextSheet {
  const wanted = new Map<string, Wanted>()
  for (const one of texts) if (one.text !== '') wanted.set(keyOf(one.text, one.style.name), one)
  const ruler = document.createElement('canvas').getContext('2d')
  const pieces = [...wanted.values()].map(({ text, style }): Piece => {
    const choose = (on: CanvasRenderingContext2D) => {
      on.font = `${style.isItalic ? 'italic ' : ''}${style.weight} ${style.sizePx}px ${fontFamily}`
      if ('letterSpacing' in on) on.letterSpacing = `${style.spacing * style.sizePx}px`
    }
    if (ruler !== null) choose(ruler)
    const width = (ruler?.measureText(text).width ?? 0) + 2 * EDGE_PX
    const height = Math.ceil(style.sizePx * 1.5)
    // Even, so that the middle lies between pixels and letters on them.
    const even = (size: number) => 2 * Math.ceil((size * resolution) / 2)
    return {
      width: even(width),
      height: even(height),
      paint: (on) => {
        choose(on)
        on.scale(resolution, resolution)
        setText(on, text, style, height)
      },
    }
  })
  const { textures, close } = paintSheets(pieces, resolution)
  const found = new Map([...wanted.keys()].map((key, index) => [key, textures[index] ?? null]))
  return { find: (text, style) => found.get(keyOf(text, style)) ?? null, close }
}

function setText(
  on: CanvasRenderingContext2D,
  text: string,
  { sizePx, color, halo }: TextStyle,
  height: number,
): void {
  const [left, middle] = [EDGE_PX, height / 2 + sizePx * 0.06]
  on.textBaseline = 'middle'
  on.lineJoin = 'round'
  if (halo !== null) {
    on.strokeStyle = halo
    on.lineWidth = sizePx * 0.32
    on.strokeText(text, left, middle)
  }
  on.fillStyle = color
  on.fillText(text, left, middle)
}

function keyOf(text: string, style: string): string {
  return `${style} ${text}`
}
