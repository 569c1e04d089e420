/** What a change would mean, asked of what stands now: read, computed and forgotten. */
import { WHAT_IF_WEEKS, type WhatIf, whatIf } from '../../domain/bookings/settings/what-if.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { toId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import type { Reader } from '../storage/storage.ts'

export async function loadWhatIf(
  reader: Reader,
  before: Catalogue,
  after: Catalogue,
  now: Instant,
): Promise<WhatIf> {
  const weeks = toInterval(now, now + WHAT_IF_WEEKS * 7 * DAY_MS)
  const bookings = await liveBookingsAround(reader, before.site.id, weeks)
  const found = await loadActors(reader, new Set(bookings.map(({ memberId }) => memberId)))
  const members = new Map([...found].map(([id, member]) => [toId('member', id), member]))
  return whatIf(before, after, members, bookings, now)
}
