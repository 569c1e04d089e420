/** The picture below a plan. Its own file, fetched for the few plans that have one. */
import { ImageSource, Sprite, Texture } from 'pixi.js'
import type { Background } from '../document/floor-plan.ts'

/** Null where the picture cannot be had: without a network and never seen before. The plan stands without it. */
export async function loadBackground(
  { x, y, width, height, rotation, opacity }: Background,
  address: string,
): Promise<Sprite | null> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
  } catch {
    return null
  }
  // A thin line is a pixel of it, and a phone shows every sixth: without smaller copies lines would come and go.
  const source = new ImageSource({ resource: image, autoGenerateMipmaps: true })
  const sprite = new Sprite({ texture: new Texture({ source }), anchor: 0.5, alpha: opacity / 100 })
  sprite.position.set(x, y)
  sprite.setSize(width, height)
  sprite.angle = rotation
  return sprite
}
