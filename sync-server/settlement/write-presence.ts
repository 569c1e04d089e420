/** Who is where now, as far as facts change it: which records show it, and when each entry ends by itself. */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import {
  type CheckedIn,
  isCheckedIn,
  presenceDate,
  presenceUntil,
} from '../../domain/bookings/presence/presence-sections.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import { checkedInAfter } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'

/** The record of a booking that its member has checked in to; null for every other. */
export function presenceOf(booking: Booking): DocumentName | null {
  if (!isCheckedIn(booking)) return null
  return { kind: 'presence', siteId: booking.siteId, date: presenceDate(booking) }
}

/** Told anew at the time at which the entry ends, whether anybody reads it or not. */
export function presenceJob(catalogue: Catalogue, booking: CheckedIn): Job {
  const document = formatDocumentName({
    kind: 'presence',
    siteId: booking.siteId,
    date: presenceDate(booking),
  })
  const runAt = presenceUntil(catalogue, booking)
  return {
    key: `presence.over:${document}:${runAt}`,
    kind: 'presence.over',
    runAt,
    body: { document },
  }
}

/** Writes when each entry of these bookings ends; those that nobody has checked in to have none. */
export async function writePresenceJobs(
  tx: Tx,
  bookings: readonly Booking[],
  catalogueOf: (siteId: string) => Promise<Catalogue | null>,
): Promise<void> {
  const jobs: Job[] = []
  for (const booking of bookings.filter(isCheckedIn)) {
    const catalogue = await catalogueOf(booking.siteId)
    if (catalogue !== null) jobs.push(presenceJob(catalogue, booking))
  }
  await enqueue(tx, jobs)
}

/** The records that show a member now. */
export async function presenceOfMember(
  tx: Tx,
  memberId: string,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const bookings = await checkedInAfter(tx, { column: 'member_id', id: memberId }, now)
  return bookings.flatMap((booking) => presenceOf(booking) ?? [])
}

/** The records that show anybody at a site now, whose hours may have become others. */
export async function presenceAtSite(
  tx: Tx,
  siteId: string,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const bookings = await checkedInAfter(tx, { column: 'site_id', id: siteId }, now)
  await writePresenceJobs(tx, bookings, (id) => loadCatalogue(tx, id))
  return bookings.flatMap((booking) => presenceOf(booking) ?? [])
}
