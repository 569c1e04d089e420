/** The built app: hashed assets for ever, everything else asked for each time, and the shell for a page's own address. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly cacheControl: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/** The file at a path of the build, or null. Never leaves the folder. */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const inside = normalize(join(folder, path))
  const type = types[extname(inside)]
  if (!inside.startsWith(folder + sep) || type === undefined) return null
  try {
    const bytes = new Uint8Array(await readFile(inside))
    const isHashed = path.startsWith('/assets/')
    const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    return { bytes, type, cacheControl }
  } catch {
    return null // not there: the caller answers 404
  }
}
