import type { Context } from 'hono'

/**
 * The address a request comes from. `X-Forwarded-For` is anybody's to write, so it counts only behind a proxy of ours, and there only
 * its last entry, which that proxy added itself.
 */
export type AddressOf = (context: Context) => string

export function makeAddressOf(trustsProxy: boolean): AddressOf {
  return (context) => {
    const forwarded = trustsProxy ? context.req.header('x-forwarded-for') : undefined
    const last = forwarded?.split(',').at(-1)?.trim()
    return last === undefined || last === '' ? peerOf(context) : last
  }
}

function peerOf(context: Context): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
