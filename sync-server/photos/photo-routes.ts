/**
 * Pictures of places and people, those of tickets, and those that floors are drawn over: `POST /api/photos/<site>`, `/api/portraits/<site>`,
 * `/api/ticket-photos/<site>` and `/api/backgrounds/<site>` take a file, draw it anew and answer with what to name in the place, the profile,
 * the ticket or the draft; `GET /api/photos/<site>/<hash>` gives the bytes to members of the location. Bytes under a hash never change.
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { mayCommand } from '../../domain/access/permissions.ts'
import { isPhotoHash, type Photo } from '../../domain/sites/photo.ts'
import { must } from '../../domain/values/assert.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Attempts, makeAttempts } from '../auth/attempts.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBytes } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { type Blob, countBlobs, dropBlobs, findBlob, keepBlobs } from '../storage/blobs.ts'
import { namedPictures } from '../storage/named-pictures.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { photoLimits } from './photo-limits.ts'
import { pictureKind } from './picture-kind.ts'
import type { Drawn, RedrawProblem } from './redraw.ts'
import type { RedrawApart } from './redraw-apart.ts'

const TYPE = 'image/webp'

const sentences: Readonly<Record<RedrawProblem, string>> = {
  'not-a-picture': 'Only PNG, JPEG and WebP pictures can be added.',
  'too-many-pixels': 'The picture has too many pixels. Make it smaller.',
  'too-small': 'The picture is too small to see anything on it.',
  unreadable: 'The picture is damaged and cannot be read.',
}

export function photoRoutes(storage: Storage, redraw: RedrawApart, now: () => Instant): Routes {
  const hourly: Partial<Record<Command, Attempts>> = {
    'portrait.add': makeAttempts(photoLimits.portraitsPerHourMax, HOUR_MS, now),
    'ticket.reply': makeAttempts(limits.ticketPhotosPerHourMax, HOUR_MS, now),
  }
  return (app, signedInOf) => {
    /** Takes a picture of who may do what it is for. */
    const post = (path: string, kind: Command, answer: (context: Context, at: Taking) => Answer) =>
      app.post(path, async (context) => {
        const signedIn = await signedInOf(context)
        if (signedIn === null) return unauthorised(context)
        const siteId = context.req.param('site')
        const { principal } = signedIn
        if (!isId('site', siteId) || !principal.siteIds.includes(siteId)) return notFound(context)
        if (hourly[kind]?.take(principal.memberId) === false) {
          return fail(context, 429, 'slow-down', 'That were many pictures. Try again in an hour.')
        }
        if (!mayCommand(principal, kind)) {
          return fail(context, 403, 'not-allowed', 'Only managers of this location may change it.')
        }
        return answer(context, { storage, redraw, siteId, at: now() })
      })
    post('/api/photos/:site', 'resource.save', takePhoto)
    post('/api/portraits/:site', 'portrait.add', takePortrait)
    post('/api/ticket-photos/:site', 'ticket.reply', takePhoto)
    post('/api/backgrounds/:site', 'plan.publish', takeBackground)
    app.get('/api/photos/:site/:hash', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { site, hash } = context.req.param()
      const mayRead = signedIn.principal.siteIds.some((one) => one === site)
      const blob =
        mayRead && isPhotoHash(hash) ? await findBlob(storage.read, site, hash) : undefined
      if (blob === undefined) return notFound(context)
      // The app's worker keeps what is named, and lets go of it: no other cache would.
      context.header('Cache-Control', 'private, no-store')
      context.header('Content-Security-Policy', "sandbox; default-src 'none'")
      return context.body(new Uint8Array(blob.bytes), 200, { 'Content-Type': blob.type })
    })
  }
}

type Command = 'resource.save' | 'portrait.add' | 'ticket.reply' | 'plan.publish'
type Answer = Promise<Response>

interface Taking {
  readonly storage: Storage
  readonly redraw: RedrawApart
  readonly siteId: SiteId
  readonly at: Instant
}

async function takePhoto(context: Context, taking: Taking): Answer {
  const kept = await take(context, taking, photoLimits.placePixelsMax)
  if (kept instanceof Response) return kept
  const [full, small] = kept
  const { width, height } = must(full, 'as many are kept as sides were named')
  const hashes = [full, small].map((one) => one?.hash)
  return context.json({ full: hashes[0], small: hashes[1], width, height, alt: '' } as Photo)
}

async function takePortrait(context: Context, taking: Taking): Answer {
  const kept = await take(context, taking, photoLimits.portraitPixelsMax)
  if (kept instanceof Response) return kept
  return context.json({ photo: must(kept[0], 'as many are kept as sides were named').hash })
}

async function takeBackground(context: Context, taking: Taking): Answer {
  const kept = await take(context, taking, photoLimits.floorPixelsMax)
  if (kept instanceof Response) return kept
  const { hash, width, height } = must(kept[0], 'as many are kept as sides were named')
  return context.json({ picture: hash, width, height })
}

/** Keeps the picture in those sizes, or answers why not. */
async function take(
  context: Context,
  { storage, redraw, siteId, at }: Taking,
  sides: readonly number[],
): Promise<Response | readonly Kept[]> {
  const file = await readBytes(context, photoLimits.uploadBytesMax)
  if (file === null) {
    return fail(context, 413, 'too-large', 'The picture is larger than 10 MB. Make it smaller.')
  }
  // Told here already, so that no process is started for what is none.
  if (pictureKind(file) === null) {
    return fail(context, 400, 'not-a-picture', sentences['not-a-picture'])
  }
  const drawn = await redraw(file, sides)
  if (drawn === null) {
    return fail(context, 503, 'busy', 'Other pictures are being read. Try again in a moment.')
  }
  if (drawn.kind === 'refused') return fail(context, 400, drawn.why, sentences[drawn.why])
  const blobs = drawn.sizes.map((one) => blobOf(one, siteId, at))
  const isKept = await storage.transaction((tx) => keep(tx, siteId, blobs, at))
  if (!isKept) return fail(context, 409, 'too-many', 'There are too many pictures. Remove some.')
  return drawn.sizes.map(({ width, height }, index) => ({
    hash: must(blobs[index], 'one for each size').sha256,
    width,
    height,
  }))
}

interface Kept {
  readonly hash: string
  readonly width: number
  readonly height: number
}

function blobOf({ bytes }: Drawn, site_id: SiteId, kept_at: Instant): Blob {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, site_id, type: TYPE, bytes, kept_at }
}

/** Makes room of what nothing names any more, and keeps the new ones if there is room. */
async function keep(tx: Tx, siteId: SiteId, blobs: readonly Blob[], at: Instant): Promise<boolean> {
  const named = await namedPictures(tx, siteId)
  await dropBlobs(tx, siteId, named, at - photoLimits.unnamedKeptMs)
  if ((await countBlobs(tx, siteId)) + blobs.length > photoLimits.storedPerSiteMax) return false
  await keepBlobs(tx, blobs)
  return true
}
