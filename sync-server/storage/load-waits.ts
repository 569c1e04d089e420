/** Reads of waits and standing orders, in the order in which they came. A body is what we wrote ourselves, so it is believed. */
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findWait(reader: Reader, id: string): Promise<Wait | null> {
  const row = await reader.selectFrom('wait').select('body').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : parseKept<Wait>(row.body)
}

/** Those of a site that are not over and whose time reaches into the interval. */
export async function waitsAround(
  reader: Reader,
  siteId: string,
  { startsAt, endsAt }: Interval,
): Promise<readonly Wait[]> {
  const rows = await openWaitsAt(reader, siteId, startsAt).where('starts_at', '<', endsAt).execute()
  return rows.map((row) => parseKept<Wait>(row.body))
}

/** All of a site that are not over and end after an instant. */
export async function openWaits(
  reader: Reader,
  siteId: string,
  endingAfter: number,
): Promise<readonly Wait[]> {
  const rows = await openWaitsAt(reader, siteId, endingAfter).execute()
  return rows.map((row) => parseKept<Wait>(row.body))
}

function openWaitsAt(reader: Reader, siteId: string, endingAfter: number) {
  return reader
    .selectFrom('wait')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', '<>', 'over')
    .where('ends_at', '>', endingAfter)
    .orderBy('arrival')
}

/** Those of each of the members whose time ends after an instant, whatever became of them; a member without any has no entry. */
export async function waitsOfMembers(
  reader: Reader,
  memberIds: readonly string[],
  endingAfter: number,
): Promise<ReadonlyMap<string, readonly Wait[]>> {
  const byMember = new Map<string, Wait[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('wait')
      .select(['member_id', 'body'])
      .where('member_id', 'in', part)
      .where('ends_at', '>', endingAfter)
      .orderBy('arrival')
      .execute()
    for (const { member_id, body } of rows) {
      const own = byMember.get(member_id) ?? []
      byMember.set(member_id, own)
      own.push(parseKept<Wait>(body))
    }
  }
  return byMember
}
