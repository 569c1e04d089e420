/** That announcements were read, told once each from this device. It only counts them, so what is told twice is counted once. */
import type { AnnouncementId, SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { deviceNow } from '../app/clock.ts'
import { writeIntent } from '../sync/write-intent.ts'

/** Gone with everything else when somebody signs out. */
const KEY = 'announcements-read'
/** After that nobody looks at the number any more. */
const USEFUL_MS = 30 * DAY_MS

/** What somebody has had before their eyes on this device. */
export function readBefore(): ReadonlySet<string> {
  return new Set((localStorage.getItem(KEY) ?? '').split(' '))
}

export async function noteRead(siteId: SiteId, ids: readonly AnnouncementId[]): Promise<void> {
  const known = readBefore()
  const announcementIds = ids.filter((id) => !known.has(id))
  if (announcementIds.length === 0) return
  const latest = [...known, ...announcementIds].slice(-2 * limits.announcementsMax)
  localStorage.setItem(KEY, latest.join(' ').trim())
  const deadlineAt = toInstant(deviceNow() + USEFUL_MS)
  await writeIntent('announcements.read', { siteId, announcementIds }, { deadlineAt })
}
