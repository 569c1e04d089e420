/** The middle of a picture as a square, small enough to be sent from anywhere. Drawn anew, it holds nothing of where it was taken. */

/** Twice what the space keeps at most. */
const SIDE_PIXELS_MAX = 768
const QUALITY = 0.88

/** Null where the file is no picture that this browser can draw. */
export async function cropSquare(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  const side = Math.min(picture.width, picture.height)
  const drawn = Math.min(side, SIDE_PIXELS_MAX)
  const canvas = document.createElement('canvas')
  canvas.width = drawn
  canvas.height = drawn
  const left = (picture.width - side) / 2
  const top = (picture.height - side) / 2
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, drawn, drawn)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
