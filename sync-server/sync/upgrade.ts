/**
 * What an upgrade asks for, read from its request alone. The app's socket must come from a page of our own and carry a one-time ticket,
 * which such a page gets with its cookie and a header that no foreign form can send. A plain one carries a read-only token.
 */
import type { IncomingMessage } from 'node:http'

export type Upgrade =
  | { readonly kind: 'app'; readonly ticket: string }
  | { readonly kind: 'plain'; readonly document: string; readonly token: string }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 404 }

/** The one protocol that is answered; tickets and tokens travel beside it, because a URL is logged. */
export const PROTOCOL = 'portal.v1'

export function readUpgrade(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  isAllowedOrigin: (origin: string) => boolean,
): Upgrade {
  const target = URL.canParse(url, 'http://portal') ? new URL(url, 'http://portal') : null
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  if (target?.pathname === '/sync') {
    const site = headers['sec-fetch-site']
    const isOwn = headers.origin !== undefined && isAllowedOrigin(headers.origin)
    if (!isOwn || (site !== undefined && site !== 'same-origin')) return refused(403)
    const ticket = secret(offered, 'ticket.')
    return ticket === null ? refused(401) : { kind: 'app', ticket }
  }
  if (target?.pathname.startsWith('/sync/') !== true) return refused(404)
  const document = decode(target.pathname.slice('/sync/'.length))
  const token = secret(offered, 'token.') ?? target.searchParams.get('token')
  if (document === null || token === null) return refused(403)
  return { kind: 'plain', document, token }
}

function secret(offered: readonly string[], prefix: string): string | null {
  return offered.find((one) => one.startsWith(prefix))?.slice(prefix.length) ?? null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function refused(status: 401 | 403 | 404): Upgrade {
  return { kind: 'refused', status }
}
