/**
 * Beside each text file of the build it lies packed, as browsers ask for it: a phone on a slow network waits for a third of the bytes, and the
 * server packs nothing while it serves.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const textFiles = ['.html', '.js', '.mjs', '.css', '.svg', '.webmanifest']

/** Below this it is one packet of the network either way. */
const PACKED_BYTES_MIN = 1_000

export function packed(): Plugin {
  let folder = ''
  return {
    name: 'packed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    // After the service worker, which is written once all the others are there.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (textFiles.includes(extname(file))) pack(join(folder, file))
        }
      },
    },
  }
}

function pack(file: string): void {
  const bytes = readFileSync(file)
  if (bytes.length < PACKED_BYTES_MIN) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
}
