/** The text of a file that a spreadsheet saved: most say UTF-8, some UTF-16 by their first bytes, and old ones neither. */
export async function readTableFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // no UTF-8 reads like this; every byte means something there
  }
}

/** Of a file that is larger nothing is read: twice the letters, as UTF-16 has them. */
export function isTooLarge(file: Blob, lettersMax: number): boolean {
  return file.size > 2 * lettersMax + 2
}
