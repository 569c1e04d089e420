/** What painters draw with: Pixi's graphics context and a canvas in the viewer, paths of an SVG where a floor is drawn. All take the same strokes. */
import type { Point } from '../document/floor-plan.ts'
import type { Colour } from './colour.ts'

export interface Pen {
  moveTo(x: number, y: number): unknown
  lineTo(x: number, y: number): unknown
  rect(x: number, y: number, width: number, height: number): Pen
  roundRect(x: number, y: number, width: number, height: number, radius: number): Pen
  circle(x: number, y: number, radius: number): Pen
  ellipse(x: number, y: number, radiusX: number, radiusY: number): Pen
  poly(points: Point[]): Pen
  fill(style: { readonly color: Colour; readonly alpha?: number }): Pen
  stroke(style: {
    readonly width: number
    readonly color: Colour
    readonly alpha?: number
    readonly cap?: 'butt' | 'round'
    readonly join?: 'round'
  }): Pen
}

/** A pen for what is painted turned. */
export interface TurningPen extends Pen {
  save(): unknown
  restore(): unknown
  rotate(radians: number): unknown
}
