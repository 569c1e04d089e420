export type TicketAnswer =
  | { readonly kind: 'ticket'; readonly ticket: string }
  /** The space does not know this sign-in any more. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }

/** A hotspot that asks for a sign-in of its own may keep a request waiting for ever. */
const ANSWERED_WITHIN_MS = 10_000

/** A one-time ticket for the socket. Whoever stands between may answer anything: only our own words count. */
export async function fetchTicket(): Promise<TicketAnswer> {
  try {
    const response = await fetch('/api/ws-ticket', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: '{}',
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const { ticket, error } = (await response.json()) as {
      readonly ticket?: unknown
      readonly error?: { readonly code?: unknown }
    }
    if (response.status === 401 && error?.code === 'sign-in') return { kind: 'signed-out' }
    if (response.ok && typeof ticket === 'string') return { kind: 'ticket', ticket }
    return { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' } // no network, no answer in time, or a page where JSON was expected
  }
}
