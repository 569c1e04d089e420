/**
 * Draws the first page of a PDF in the operator's own browser, in a worker of our own origin: nothing in the file is run, and what leaves
 * here is pixels. Loaded when somebody chooses a PDF, and never kept for offline use: it is larger than the rest of the app.
 */
import { AnnotationMode, GlobalWorkerOptions, getDocument, PasswordException } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { canvasFor, type PictureRead, pictureOf, refused } from './read-picture.ts'

/** A page that takes longer is made to. */
const DRAWN_WITHIN_MS = 30_000
/** Pixels of one picture on the page; larger ones are left out. */
const IMAGE_PIXELS_MAX = 40_000_000

GlobalWorkerOptions.workerSrc = workerUrl

export async function drawFirstPage(file: Blob): Promise<PictureRead> {
  const loading = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    enableXfa: false,
    useWasm: false, // the page's policy lets none run
    wasmUrl: __PDF_DECODERS__, // what does the same without it
    maxImageSize: IMAGE_PIXELS_MAX,
  })
  const patience = setTimeout(() => void loading.destroy(), DRAWN_WITHIN_MS)
  try {
    const pdf = await loading.promise
    const page = await pdf.getPage(1)
    const shape = page.getViewport({ scale: 1 })
    const canvas = canvasFor(shape)
    const viewport = page.getViewport({ scale: canvas.width / shape.width })
    await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise
    return await pictureOf(canvas)
  } catch (error) {
    return refused(error instanceof PasswordException ? 'locked' : 'unreadable')
  } finally {
    clearTimeout(patience)
    void loading.destroy()
  }
}
