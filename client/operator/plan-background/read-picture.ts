/**
 * Makes of a chosen file a picture that the space takes: a photo or a scan as it is, the first page of a PDF and an SVG drawn here, in the
 * operator's own browser. Neither a PDF nor an SVG is ever sent.
 */
import type { Size } from '../../../floorplans/document/draft/draft.ts'
import type { words } from '../../ui/team-words.ts'
import type { FileKind } from './file-kind.ts'

export type PictureProblem = keyof typeof words.drawing.background.problems

export interface Picture {
  readonly file: Blob
  readonly pixels: Size
}

export type PictureRead =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'refused'; readonly why: PictureProblem }

/** What the space reads at most; of a PDF one page alone is sent, as a picture. */
const BYTES_MAX: Readonly<Record<FileKind, number>> = {
  picture: 10_000_000,
  svg: 10_000_000,
  pdf: 30_000_000,
}
const PIXELS_MAX = 40_000_000
const SIDE_PIXELS_MIN = 120
/** The longer side of what is drawn here: as large as the space keeps it. */
export const DRAWN_PIXELS = 2_560

export async function readPicture(file: Blob, kind: FileKind | null): Promise<PictureRead> {
  if (kind === null) return refused('not-a-picture')
  if (file.size > BYTES_MAX[kind]) return refused('too-large')
  switch (kind) {
    case 'picture':
      return measured(file)
    case 'svg': {
      const { drawSvg } = await import('./draw-svg.ts')
      return checked(await drawSvg(file))
    }
    case 'pdf': {
      const { drawFirstPage } = await import('./draw-pdf-page.ts')
      return checked(await drawFirstPage(file))
    }
  }
}

async function measured(file: Blob): Promise<PictureRead> {
  try {
    const bitmap = await createImageBitmap(file)
    const pixels = { width: bitmap.width, height: bitmap.height }
    bitmap.close()
    return checked({ kind: 'picture', picture: { file, pixels } })
  } catch {
    return refused('unreadable')
  }
}

function checked(read: PictureRead): PictureRead {
  if (read.kind === 'refused') return read
  const { width, height } = read.picture.pixels
  if (width * height > PIXELS_MAX) return refused('too-many-pixels')
  return Math.min(width, height) < SIDE_PIXELS_MIN ? refused('too-small') : read
}

export function refused(why: PictureProblem): PictureRead {
  return { kind: 'refused', why }
}

/** A canvas as a file: WebP where the browser writes it, else PNG. */
export async function pictureOf(canvas: HTMLCanvasElement): Promise<PictureRead> {
  const file = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/webp', 0.92),
  )
  if (file === null) return refused('unreadable')
  return {
    kind: 'picture',
    picture: { file, pixels: { width: canvas.width, height: canvas.height } },
  }
}

/** As large as wanted in the shape of something, whatever its own size is. */
export function canvasFor(shape: Size): HTMLCanvasElement {
  const factor = DRAWN_PIXELS / Math.max(shape.width, shape.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(shape.width * factor))
  canvas.height = Math.max(1, Math.round(shape.height * factor))
  return canvas
}
