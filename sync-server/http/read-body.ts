import type { Context } from 'hono'

/** Largest body that is read: the biggest intent is a tenth of it. Counted here, because a stated length may lie. */
const BODY_BYTES_MAX = 64_000

/** The body as an object, or null; what is beyond the limit is never read to its end. */
export async function readBody(context: Context): Promise<Record<string, unknown> | null> {
  const bytes = await readBytes(context, BODY_BYTES_MAX)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>) // an object, as just checked
      : null
  } catch {
    return null
  }
}

/** The body as it is, or null where there is none or too much of it. */
export async function readBytes(context: Context, bytesMax: number): Promise<Buffer | null> {
  const stream = context.req.raw.body
  if (stream === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.byteLength
    if (size > bytesMax) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
