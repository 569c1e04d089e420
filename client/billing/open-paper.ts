import { fileNameOf, type Paper } from '../../domain/billing/papers/paper.ts'
import { readPaperBytes } from '../store/papers.ts'
import { fetchPaper } from '../sync/keep-papers.ts'
import { handFile } from '../ui/hand-file.ts'

/** From this device, or else from the space. False where neither has it now. */
export async function openPaper(paper: Paper): Promise<boolean> {
  const bytes = (await readPaperBytes(paper.sha256)) ?? (await fetchPaper(paper.sha256))
  if (bytes !== null) openFile(toPdf(paper, bytes))
  return bytes !== null
}

export function toPdf(paper: Paper, bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], fileNameOf(paper), { type: 'application/pdf' })
}

/** In a tab of its own; where none may be opened, among the downloads. */
export function openFile(file: File): void {
  const url = URL.createObjectURL(file)
  if (window.open(url, '_blank') === null) handFile(file.name, file)
  // The new tab reads it while this one goes on.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
