/** Sends the pictures that wait, one by one, in one tab at a time. What was drawn is remembered before it is said, so that a kill repeats nothing but a word. */
import type { TicketPhoto } from '../../domain/bookings/wishes/support-requests.ts'
import { isPhotoHash } from '../../domain/sites/photo.ts'
import type { UnsentRow } from '../store/rows.ts'
import { dropUnsent, findUnsent, keepUnsent, unsentUnder } from '../store/unsent.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { words } from '../ui/words.ts'
import { PICTURES, pictureOf, type TicketPicture } from './ticket-picture.ts'
import { usefulUntil } from './useful-until.ts'

const LOCK = 'send-pictures'
/** Drawing takes seconds; a phone may need a minute to send what its camera made. */
const ANSWERED_WITHIN_MS = 90_000

export async function sendPictures(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    for (const { key } of await unsentUnder(PICTURES)) {
      const row = await findUnsent(key)
      if (row === undefined || !(await sendOne(row))) return
    }
  })
}

/** False where the space cannot be reached or has no time now: the rest waits with it. */
async function sendOne(row: UnsentRow): Promise<boolean> {
  const picture = pictureOf(row)
  if (picture.ticketId === null || picture.problem !== null) return true
  const kept = picture.kept ?? (await upload(picture, row.bytes))
  if (kept === null) return false
  if (typeof kept === 'string') {
    return keepUnsent({ ...row, value: { ...picture, problem: kept } satisfies TicketPicture })
  }
  await keepUnsent({ ...row, value: { ...picture, kept } satisfies TicketPicture })
  const { ticketId, seen } = picture
  const body = { ticketId, text: '', photos: [kept], ...(seen === undefined ? {} : { seen }) }
  const answer = await writeIntent('ticket.reply', body, { deadlineAt: usefulUntil() })
  if (answer.kind !== 'saved') return false
  await dropUnsent([row.key])
  return true
}

/** What it is kept as; why it is refused for good; null for another time. */
async function upload(
  { siteId, type }: TicketPicture,
  bytes: ArrayBuffer | null,
): Promise<TicketPhoto | string | null> {
  if (bytes === null) return words.photos.problems.unreadable
  try {
    const response = await fetch(`/api/ticket-photos/${siteId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-app': '1' },
      body: new Blob([bytes], { type }),
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const body = (await response.json()) as Partial<TicketPhoto> & { error?: { code: string } }
    if (response.ok) return photoIn(body)
    const isForGood = response.status === 400 || response.status === 413
    const code = body.error?.code ?? ''
    return isForGood ? (problems[code] ?? words.photos.problems.unreadable) : null
  } catch {
    return null
  }
}

const problems: Readonly<Record<string, string>> = words.photos.problems

function photoIn({ full, small, width, height }: Partial<TicketPhoto>): TicketPhoto | null {
  const isSized = typeof width === 'number' && typeof height === 'number'
  return isPhotoHash(full) && isPhotoHash(small) && isSized ? { full, small, width, height } : null
}
