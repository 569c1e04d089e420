/**
 * Draws an uploaded picture anew, in the sizes it is wanted in. What comes out is made of pixels and nothing else: no place where it was taken, no second file
 * behind the first. It runs in a process of its own (see `redraw-apart`), because decoders of hostile files have a history.
 */
import sharp from 'sharp'
import { photoLimits } from './photo-limits.ts'
import { type PictureKind, pictureKind } from './picture-kind.ts'

export type RedrawProblem = 'not-a-picture' | 'too-many-pixels' | 'too-small' | 'unreadable'

export interface Drawn {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

export type Redrawn =
  | { readonly kind: 'drawn'; readonly sizes: readonly Drawn[] }
  | { readonly kind: 'refused'; readonly why: RedrawProblem }

/** `sides` are the longer ones, in pixels: one size for each. */
export async function redraw(file: Buffer, sides: readonly number[]): Promise<Redrawn> {
  const kind = pictureKind(file)
  if (kind === null) return { kind: 'refused', why: 'not-a-picture' }
  try {
    const why = await problemOf(file, kind)
    if (why !== null) return { kind: 'refused', why }
    const sizes: Drawn[] = []
    for (const side of sides) sizes.push(await draw(file, side))
    return { kind: 'drawn', sizes }
  } catch {
    return { kind: 'refused', why: 'unreadable' } // cut off, or broken on purpose
  }
}

async function problemOf(file: Buffer, kind: PictureKind): Promise<RedrawProblem | null> {
  const found = await reader(file).metadata()
  if (found.format !== kind) return 'not-a-picture'
  const { width, height, pages = 1 } = found
  if (width * height * pages > photoLimits.pixelsMax) return 'too-many-pixels'
  return Math.min(width, height) < photoLimits.sidePixelsMin ? 'too-small' : null
}

/** The header is read whatever it says; decoding has the limit, and stops at the first damage. */
function reader(file: Buffer) {
  return sharp(file, { limitInputPixels: false, failOn: 'warning', sequentialRead: true })
}

async function draw(file: Buffer, pixelsMax: number): Promise<Drawn> {
  for (const quality of photoLimits.qualities) {
    const { data, info } = await sharp(file, {
      limitInputPixels: photoLimits.pixelsMax,
      failOn: 'warning',
      sequentialRead: true,
    })
      .timeout({ seconds: photoLimits.drawSecondsMax })
      .rotate() // as the camera was held, which is said in what is thrown away
      .resize({ width: pixelsMax, height: pixelsMax, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true })
    if (data.length <= photoLimits.storedBytesMax) {
      return { width: info.width, height: info.height, bytes: data }
    }
  }
  throw new Error('No quality makes it small enough.')
}
