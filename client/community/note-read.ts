/** That announcements were read, told once each from this device. It only counts them, so what is told twice is counted once. */
import { type Announcement, editionKey } from '../../domain/community/events/announcement.ts'
import type { AnnouncementId, SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { deviceNow } from '../app/clock.ts'
import { writeIntent } from '../sync/write-intent.ts'

/** Gone with everything else when somebody signs out. */
const KEY = 'announcements-read'
/** After that nobody looks at the number any more. */
const USEFUL_MS = 30 * DAY_MS

/** Editions that somebody has had before their eyes on this device, by `editionKey`. */
export function readBefore(): ReadonlySet<string> {
  return new Set((localStorage.getItem(KEY) ?? '').split(' '))
}

export async function noteRead(
  siteId: SiteId,
  shown: readonly Pick<Announcement, 'id' | 'edition'>[],
): Promise<void> {
  const known = readBefore()
  const unread = shown.filter((one) => !known.has(editionKey(one)))
  if (unread.length === 0) return
  const latest = [...known, ...unread.map(editionKey)].slice(-2 * limits.announcementsMax)
  localStorage.setItem(KEY, latest.join(' ').trim())
  const deadlineAt = toInstant(deviceNow() + USEFUL_MS)
  const announcementIds = unread.map(({ id }) => id)
  const again = unread.filter(({ edition }) => edition > 1)
  const editions: Readonly<Record<AnnouncementId, number>> = Object.fromEntries(
    again.map(({ id, edition }) => [id, edition]),
  )
  const read = { siteId, announcementIds, ...(again.length > 0 && { editions }) }
  await writeIntent('announcements.read', read, { deadlineAt })
}
