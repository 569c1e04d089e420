/** The painters' pen on the browser's own canvas. */
import { cssText } from './colour.ts'
import type { TurningPen } from './pen.ts'

export function makeCanvasPen(on: CanvasRenderingContext2D): TurningPen {
  /** What is painted is a shape of its own: the next stroke of the pen begins another. */
  let isPainted = true
  const begin = () => {
    if (isPainted) on.beginPath()
    isPainted = false
  }
  const draw = (shape: () => void): TurningPen => {
    begin()
    shape()
    return pen
  }
  const round = (x: number, y: number, width: number, height: number) =>
    draw(() => {
      on.moveTo(x + width, y)
      on.ellipse(x, y, width, height, 0, 0, 2 * Math.PI)
    })
  const pen: TurningPen = {
    save: () => on.save(),
    restore: () => on.restore(),
    rotate: (radians) => on.rotate(radians),
    moveTo: (x, y) => draw(() => on.moveTo(x, y)),
    lineTo: (x, y) => draw(() => on.lineTo(x, y)),
    rect: (x, y, width, height) => draw(() => on.rect(x, y, width, height)),
    roundRect: (x, y, width, height, radius) =>
      draw(() => on.roundRect(x, y, width, height, radius)),
    circle: (x, y, radius) => round(x, y, radius, radius),
    ellipse: round,
    poly: (points) =>
      draw(() => {
        const [first, ...rest] = points
        if (first === undefined) return
        on.moveTo(first.x, first.y)
        for (const { x, y } of rest) on.lineTo(x, y)
        on.closePath()
      }),
    fill: ({ color, alpha = 1 }) => {
      isPainted = true
      on.globalAlpha = alpha
      on.fillStyle = cssText(color)
      on.fill()
      return pen
    },
    stroke: ({ width, color, alpha = 1, cap = 'butt', join }) => {
      isPainted = true
      on.globalAlpha = alpha
      on.strokeStyle = cssText(color)
      on.lineWidth = width
      on.lineCap = cap
      on.lineJoin = join ?? 'miter'
      on.stroke()
      return pen
    },
  }
  return pen
}
