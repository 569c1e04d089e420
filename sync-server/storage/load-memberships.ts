/** Memberships as they are kept: only of whoever changed anything of theirs, or has several. */
import type { Membership } from '../../domain/memberships/membership.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** Of each of the members who has any, the first of them first. */
export async function loadMemberships(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const found = new Map<string, Membership[]>()
  for (const part of inParts([...memberIds])) {
    const rows = await reader
      .selectFrom('membership')
      .select(['member_id', 'body'])
      .where('member_id', 'in', part)
      .orderBy('member_id')
      .orderBy('position')
      .execute()
    for (const { member_id, body } of rows) {
      found.set(member_id, [...(found.get(member_id) ?? []), parseKept<Membership>(body)])
    }
  }
  return found
}

/** Those of these ids that are kept, in no order. */
export async function findMemberships(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly Membership[]> {
  const found: Membership[] = []
  for (const part of inParts([...ids])) {
    const rows = reader.selectFrom('membership').select('body').where('id', 'in', part)
    found.push(...(await rows.execute()).map(({ body }) => parseKept<Membership>(body)))
  }
  return found
}
