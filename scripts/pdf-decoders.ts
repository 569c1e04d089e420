/**
 * What pdf.js reads scanned pages with (fax and JPEG 2000), as plain JavaScript: its quicker twins are WebAssembly, which the page's policy
 * lets nobody run. The worker asks for them by name when a page has such a picture, so they lie in a folder named by their version.
 */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const { version } = JSON.parse(readFileSync('node_modules/pdfjs-dist/package.json', 'utf8')) as {
  version: string
}
/** Where the built app has them. */
export const pdfDecoders = `/assets/pdf-decoders-${version}/`

const files = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']

export function pdfDecodersPlugin(): Plugin {
  return {
    name: 'pdf-decoders',
    apply: 'build',
    generateBundle() {
      for (const file of files) {
        const source = readFileSync(`node_modules/pdfjs-dist/wasm/${file}`)
        this.emitFile({ type: 'asset', fileName: `${pdfDecoders.slice(1)}${file}`, source })
      }
    },
  }
}
