import { sampleHappenings } from '../../domain/seeds/harbour-loft/happenings.ts'
import { samplePerks } from '../../domain/seeds/harbour-loft/perks.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { writeHappening } from '../settlement/write-happenings.ts'
import { writePerk } from '../settlement/write-perks.ts'
import type { Tx } from '../storage/storage.ts'
import { writeClosures } from './write-catalogue.ts'

/** Events, who comes to them, and announcements, as if the team had put them up a moment ago. */
export async function writeSampleHappenings(
  tx: Tx,
  catalogue: Catalogue,
  now: Instant,
): Promise<void> {
  const today = toWallTime(catalogue.zone, now).date
  const { events, rsvps, announcements, earlier, holds } = sampleHappenings(catalogue, today, now)
  const siteId = catalogue.site.id
  await writeClosures(tx, siteId, holds)
  for (const event of events) await writeHappening(tx, { kind: 'event', event, before: null }, now)
  for (const rsvp of rsvps) await writeHappening(tx, { kind: 'rsvp', siteId, rsvp }, now)
  for (const announcement of announcements) {
    const before = earlier.find(({ announcementId }) => announcementId === announcement.id)
    const fact = { kind: 'announcement', announcement, earlier: before ?? null } as const
    await writeHappening(tx, fact, now)
  }
  for (const perk of samplePerks(catalogue, today)) {
    await writePerk(tx, { kind: 'perk', perk }, now)
  }
}
