import { isPhotoHash, type Photo } from '../../../domain/sites/photo.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { words } from '../../ui/words.ts'

export type Added =
  | { readonly kind: 'added'; readonly photo: Photo }
  | { readonly kind: 'refused'; readonly message: string }

/** Drawing takes seconds; a phone may need a minute to send what its camera made. */
const ANSWERED_WITHIN_MS = 90_000
/** What the space reads at most; said here before a phone sends it all. */
const BYTES_MAX = 10_000_000

/** Sends a file to the space, which draws it anew and says what it is kept as. Nothing names it until the place is saved. */
export async function addPhoto(siteId: SiteId, file: Blob): Promise<Added> {
  const { problems } = words.photos
  if (file.size > BYTES_MAX) return refused(problems['too-large'])
  try {
    const response = await fetch(`/api/photos/${siteId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-app': '1' },
      body: file,
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const body = (await response.json()) as Partial<Photo> & { error?: { code: string } }
    if (response.ok && isPhoto(body)) return { kind: 'added', photo: body }
    const code = body.error?.code ?? ''
    return refused(isProblem(code) ? problems[code] : words.photos.failed)
  } catch {
    return refused(words.photos.failed)
  }
}

function refused(message: string): Added {
  return { kind: 'refused', message }
}

function isProblem(code: string): code is keyof typeof words.photos.problems {
  return Object.hasOwn(words.photos.problems, code)
}

function isPhoto(found: Partial<Photo>): found is Photo {
  const isSized = typeof found.width === 'number' && typeof found.height === 'number'
  return isPhotoHash(found.full) && isPhotoHash(found.small) && isSized && found.alt === ''
}
