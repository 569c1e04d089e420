/** Reads PDFs as a reader of them does. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page, line by line as it is drawn. */
export async function textOfPages(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('\n'))
  }
  await document.loadingTask.destroy()
  return pages
}
