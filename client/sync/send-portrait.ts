/** A picture of the member on its way to the space, which draws it anew and says what it is kept as. */
import { isPhotoHash } from '../../domain/sites/photo.ts'

export interface NewPortrait {
  readonly siteId: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type PortraitAnswer =
  | { readonly kind: 'kept'; readonly photo: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** The space was not reached, or had no time. */
  | { readonly kind: 'later' }

const ANSWERED_WITHIN_MS = 90_000

export async function sendPortrait({ siteId, bytes }: NewPortrait): Promise<PortraitAnswer> {
  try {
    const response = await fetch(`/api/portraits/${siteId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-app': '1' },
      body: bytes,
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const body = (await response.json()) as { photo?: unknown; error?: { code?: unknown } } // our own server
    if (response.ok && isPhotoHash(body.photo)) {
      return { kind: 'kept', photo: `${siteId}/${body.photo}` }
    }
    const isForLater = response.status >= 500 || response.status === 401
    return isForLater ? { kind: 'later' } : { kind: 'refused', code: String(body.error?.code) }
  } catch {
    return { kind: 'later' }
  }
}
