/** Which places members have marked. */
import { type ResourceId, toId } from '../../domain/values/ids.ts'
import { inParts } from './in-parts.ts'
import type { Reader, Tx } from './storage.ts'

/** Of each of the members, the oldest mark first; a member without any has no entry. */
export async function favouritesOfMembers(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ResourceId[]>> {
  const byMember = new Map<string, ResourceId[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('favourite')
      .select(['member_id', 'resource_id'])
      .where('member_id', 'in', part)
      .orderBy('marked_at')
      .orderBy('resource_id')
      .execute()
    for (const { member_id, resource_id } of rows) {
      byMember.set(member_id, [...(byMember.get(member_id) ?? []), toId('resource', resource_id)])
    }
  }
  return byMember
}

/** A mark keeps the time at which it was first made. */
export async function writeFavourite(
  tx: Tx,
  row: { readonly member_id: string; readonly resource_id: string; readonly marked_at: number },
  isFavourite: boolean,
): Promise<void> {
  if (isFavourite) {
    await tx
      .insertInto('favourite')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await tx
    .deleteFrom('favourite')
    .where('member_id', '=', row.member_id)
    .where('resource_id', '=', row.resource_id)
    .execute()
}
