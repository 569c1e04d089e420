/** The built app: hashed assets for ever, everything else asked for each time, packed for who reads that, and the shell for a page's own address. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { etag } from 'hono/etag'
import { notFound } from './answers.ts'

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly isHashed: boolean
  /** Null where the bytes are the file itself. */
  readonly encoding: Encoding | null
}

/** As the build packs its files, best first. */
const encodings = ['br', 'gzip'] as const
type Encoding = (typeof encodings)[number]
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

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

/** What a device has already is not sent to it again. */
export function serveBuild(app: Hono, folder: string): void {
  app.get('*', etag(), async (context) => (await answer(context, folder)) ?? notFound(context))
}

/** What the build has at the address that is asked for, or its shell where that is a page; null where it is neither. */
async function answer(context: Context, folder: string): Promise<Response | null> {
  const path = readPath(context.req.url)
  if (path === null) return null
  const encoding = readEncoding(context)
  const page = isPage(context, path) ? '/index.html' : null
  const file =
    (await readStaticFile(folder, path, encoding)) ??
    (page === null ? null : await readStaticFile(folder, page, encoding))
  if (file === null) return null
  context.header('Vary', 'Accept-Encoding')
  if (file.encoding !== null) context.header('Content-Encoding', file.encoding)
  return context.body(file.bytes, 200, {
    'Content-Type': file.type,
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

/** The path as text, or null when it is not even that. */
function readPath(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

function readEncoding(context: Context): Encoding | null {
  const supports = [...encodings]
  const chosen = accepts(context, { header: 'Accept-Encoding', supports, default: '' })
  return encodings.find((one) => one === chosen) ?? null
}

/** A browser says that it wants a page; who takes anything (a watchdog, the preview of a link) gets one where no file is meant. */
function isPage(context: Context, path: string): boolean {
  const wanted = context.req.header('accept') ?? '*/*'
  return wanted.includes('text/html') || (wanted.includes('*/*') && extname(path) === '')
}

/** Never leaves the folder. What was too small to be packed comes as it is. */
async function readStaticFile(
  folder: string,
  path: string,
  encoding: Encoding | null,
): Promise<StaticFile | null> {
  const inside = normalize(join(folder, path))
  const type = types[extname(inside)]
  if (!inside.startsWith(folder + sep) || type === undefined) return null
  const isHashed = path.startsWith('/assets/')
  const packed = encoding === null ? null : await read(inside + endings[encoding])
  if (packed !== null) return { bytes: packed, type, isHashed, encoding }
  const bytes = await read(inside)
  return bytes === null ? null : { bytes, type, isHashed, encoding: null }
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    return null
  }
}
