/** Painted things as pictures: two triangles where they stand, however many stand there and however fine they are. */
import type { Bounds } from '../document/geometry.ts'
import { makeCanvasPen } from './canvas-pen.ts'
import type { TurningPen } from './pen.ts'
import { type Piece, paintSheets, type Sheets } from './sheets.ts'

export interface Painting {
  /** What of it is seen, in centimetres around the origin, which is its middle. */
  readonly bounds: Bounds
  paint(pen: TurningPen): void
}

/** Pictures for the scale at which `px` centimetres are one pixel of CSS, and `resolution` pixels of the screen. */
export function takePictures(
  paintings: readonly Painting[],
  px: number,
  resolution: number,
): Sheets {
  const scale = resolution / px
  // Even, so that the middle lies between pixels and edges on them.
  const even = (cm: number) => 2 * Math.ceil((cm * scale) / 2)
  const pieces = paintings.map(({ bounds: { minX, minY, maxX, maxY }, paint }): Piece => {
    const [width, height] = [even(maxX - minX), even(maxY - minY)]
    return {
      width,
      height,
      paint: (on) => {
        on.translate(width / 2, height / 2)
        on.scale(scale, scale)
        paint(makeCanvasPen(on))
      },
    }
  })
  return paintSheets(pieces, resolution)
}
