/**
 * What sprites show is painted by the browser's own painter, on sheets that go to the card in one piece each: words, and desks in their looks.
 * Its edges are finer than the card's, nothing is cut into triangles, and the renderer draws nothing but the screen.
 */
import { CanvasSource, Rectangle, Texture } from 'pixi.js'
import { must } from '../../domain/values/assert.ts'
import { pack, type Size } from './pack.ts'

/** One picture of a sheet; its size in whole pixels of the sheet. */
export interface Piece extends Size {
  /** Called with the origin in the piece's upper left corner. */
  paint(on: CanvasRenderingContext2D): void
}

export interface Sheets {
  /** In the order of the pieces. */
  readonly textures: readonly Texture[]
  close(): void
}

/** Every card takes sheets of this size. */
const SIDE_PX = 2048
/** What is shown larger or smaller for a moment takes nothing from its neighbour. */
const GAP_PX = 4

/** `resolution` pixels of a sheet are shown as one of CSS. */
export function paintSheets(pieces: readonly Piece[], resolution: number): Sheets {
  const { sheets, spots } = pack(pieces, SIDE_PX, GAP_PX)
  const blank = sheets.map((size) => {
    const canvas = Object.assign(document.createElement('canvas'), size)
    return { canvas, pen: canvas.getContext('2d') }
  })
  const sources = blank.map(({ canvas }) => new CanvasSource({ resource: canvas, resolution }))
  const textures = pieces.map(({ width, height, paint }, index) => {
    const { sheet, x, y } = must(spots[index], 'every piece has its spot')
    const pen = blank[sheet]?.pen
    pen?.save()
    pen?.translate(x, y)
    if (pen) paint(pen)
    pen?.restore()
    const [left, top, wide, high] = [x, y, width, height].map((one) => one / resolution)
    const source = must(sources[sheet], 'and every spot its sheet')
    return new Texture({ source, frame: new Rectangle(left, top, wide, high) })
  })
  return {
    textures,
    close: () => {
      for (const texture of textures) texture.destroy(false)
      for (const source of sources) source.destroy()
    },
  }
}
