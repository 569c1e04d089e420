/** How many mails to guests one member causes within a day (GUESTS-10); whom they do not reach is told by their host. */
import type { Told } from '../../domain/news/news-of-bookings.ts'
import { addMs, DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Tx } from '../storage/storage.ts'

export async function withinADay(
  tx: Tx,
  told: readonly Told[],
  now: Instant,
): Promise<readonly Told[]> {
  const hosts = [...new Set(told.map(({ memberId }) => memberId))]
  const kept: Told[] = []
  for (const host of hosts) {
    const room = limits.guestMailsPerDayMax - (await sentSince(tx, host, addMs(now, -DAY_MS)))
    kept.push(...told.filter(({ memberId }) => memberId === host).slice(0, Math.max(0, room)))
  }
  return kept
}

async function sentSince(tx: Tx, memberId: string, since: Instant): Promise<number> {
  const row = await tx
    .selectFrom('news')
    .select(({ fn }) => fn.countAll().as('sent'))
    .where('member_id', '=', memberId)
    .where('made_at', '>', since)
    .where('kind', 'in', ['guest-invited', 'guest-moved', 'guest-off'])
    .executeTakeFirst()
  return Number(row?.sent ?? 0)
}
