/** What a chosen file is, by its first bytes: its name and what the device calls it are nobody's word. */
export type FileKind = 'picture' | 'pdf' | 'svg'

/** An SVG says what it is within this; a PDF may begin with other bytes for as long. */
const HEAD_BYTES = 4_096

export async function fileKind(file: Blob): Promise<FileKind | null> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  return kindOfHead(head)
}

export function kindOfHead(head: Uint8Array): FileKind | null {
  // A letter a byte: what browsers call Latin-1 is another set of letters.
  const text = String.fromCharCode(...head)
  const isPicture =
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    text.startsWith('\xff\xd8\xff') ||
    (text.startsWith('RIFF') && text.startsWith('WEBP', 8))
  if (isPicture) return 'picture'
  if (text.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  return /^(\xef\xbb\xbf)?\s*</.test(text) && /<svg[\s>]/.test(text) ? 'svg' : null
}
