/**
 * A painted thing as a picture. What many places look like is painted once and shown by each as two triangles; the painting itself has a
 * thousand, and would be sent to the graphics card again for every place in every frame.
 */
import { Container, Graphics, type GraphicsContext, Rectangle, type Texture } from 'pixi.js'

/** The part of the renderer that is needed: a test has none. */
export interface Darkroom {
  readonly resolution: number
  generateTexture(options: {
    readonly target: Container
    readonly frame: Rectangle
    readonly resolution: number
    readonly antialias: boolean
  }): Texture
}

/**
 * The picture of what was painted around the origin, `width` by `height` centimetres of it, for the scale at which `px` centimetres are one
 * pixel. Its origin is its middle. Whoever asked for it destroys it, with its source.
 */
export function takePicture(
  darkroom: Darkroom,
  pen: GraphicsContext,
  size: { readonly width: number; readonly height: number },
  px: number,
): Texture {
  const drawn = new Graphics(pen)
  drawn.scale.set(1 / px)
  const target = new Container({ children: [drawn] })
  // Even, so that the middle lies between pixels and edges on them.
  const [width, height] = [size.width, size.height].map((cm) => 2 * Math.ceil(cm / px / 2))
  const frame = new Rectangle(-(width ?? 0) / 2, -(height ?? 0) / 2, width, height)
  const { resolution } = darkroom
  const picture = darkroom.generateTexture({ target, frame, resolution, antialias: true })
  target.destroy({ children: true })
  return picture
}
