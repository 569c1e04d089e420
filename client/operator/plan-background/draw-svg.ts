/**
 * Draws an SVG the way a page shows a picture: through an `<img>`, where scripts do not run and nothing is fetched from elsewhere. What
 * comes out is pixels on a canvas.
 */
import { canvasFor, type PictureRead, pictureOf, refused } from './read-picture.ts'

export async function drawSvg(file: Blob): Promise<PictureRead> {
  // A drawing has no use for declarations of its own, and what grows out of them may be without end.
  if (/<!(DOCTYPE[^>]*\[|ENTITY)/i.test(await file.text())) return refused('unreadable')
  const url = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = canvasFor({ width: image.naturalWidth, height: image.naturalHeight })
    const pen = canvas.getContext('2d')
    if (image.naturalWidth === 0 || image.naturalHeight === 0 || pen === null) {
      return refused('unreadable')
    }
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await pictureOf(canvas)
  } catch {
    return refused('unreadable') // no drawing, or one of which a canvas may not be read again
  } finally {
    URL.revokeObjectURL(url)
  }
}
