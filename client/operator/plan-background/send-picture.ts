import { isPhotoHash } from '../../../domain/sites/photo.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { words } from '../../ui/team-words.ts'
import type { PictureProblem } from './read-picture.ts'

export type Sent =
  | { readonly kind: 'kept'; readonly picture: string }
  | { readonly kind: 'refused'; readonly why: PictureProblem }
  | { readonly kind: 'unreachable' }

/** Ten megabytes over a telephone, and the drawing of it. */
const ANSWERED_WITHIN_MS = 90_000

/** Sends a picture to the space, which draws it anew and says under which hash it is kept. */
export async function sendPicture(siteId: SiteId, file: Blob): Promise<Sent> {
  let response: Response
  try {
    response = await fetch(`/api/backgrounds/${siteId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-app': '1' },
      body: file,
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
  } catch {
    return { kind: 'unreachable' }
  }
  const body = (await response.json().catch(() => ({}))) as Answer
  if (response.ok && isPhotoHash(body.picture)) return { kind: 'kept', picture: body.picture }
  const code = body.error?.code ?? ''
  return { kind: 'refused', why: isProblem(code) ? code : 'failed' }
}

interface Answer {
  readonly picture?: unknown
  readonly error?: { readonly code: string }
}

function isProblem(code: string): code is PictureProblem {
  return Object.hasOwn(words.drawing.background.problems, code)
}
