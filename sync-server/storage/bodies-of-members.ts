/** Bodies of a table by whose they are: what members' documents and decisions about them are made of. */
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** Of each of the members what ends after an instant, by id, a statement a part of them; a member without any has no entry. */
export async function bodiesOfMembers<Body>(
  reader: Reader,
  table: 'booking' | 'series',
  memberIds: readonly string[],
  endingAfter: number,
): Promise<ReadonlyMap<string, readonly Body[]>> {
  const byMember = new Map<string, Body[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom(table)
      .select(['member_id', 'body'])
      .where('member_id', 'in', part)
      .where('ends_at', '>', endingAfter)
      .orderBy('id')
      .execute()
    for (const { member_id, body } of rows) {
      const own = byMember.get(member_id) ?? []
      byMember.set(member_id, own)
      own.push(parseKept<Body>(body))
    }
  }
  return byMember
}
