/**
 * What an uploaded file is, by its first bytes alone: what it is called, and what the browser says it is, is nobody's word. The size in
 * pixels is read from the header too, before anything is decoded.
 */
export type PictureKind = 'png' | 'jpeg' | 'webp'

export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const startsWith = (text: string, at = 0) =>
    bytes.length >= at + text.length &&
    [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
  if (startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith('\xff\xd8\xff')) return 'jpeg'
  return startsWith('RIFF') && startsWith('WEBP', 8) ? 'webp' : null
}
