/** Writes down what somebody just changed in a draft, in the session they are in. In the transaction of the change itself. */
import type { FloorId, SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import {
  type Edits,
  hasEdits,
  isSameSession,
  joinEdits,
} from '../../floorplans/document/draft/edit-session.ts'
import { parseKept } from './parse-kept.ts'
import type { Tx } from './storage.ts'

export interface Edited {
  readonly siteId: SiteId
  readonly floorId: FloorId
  readonly memberId: string
  readonly edits: Edits
  readonly at: number
}

export async function writeDraftSession(
  tx: Tx,
  { siteId, floorId, memberId, edits, at }: Edited,
): Promise<void> {
  if (!hasEdits(edits)) return
  const last = await tx
    .selectFrom('draft_session')
    .select(['began_at', 'ended_at', 'edits'])
    .where('floor_id', '=', floorId)
    .where('member_id', '=', memberId)
    .orderBy('began_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const goesOn =
    last !== undefined &&
    isSameSession(Number(last.ended_at), at) &&
    (await lastPublishedAt(tx, floorId)) <= Number(last.began_at)
  if (!goesOn) {
    const row = { floor_id: floorId, member_id: memberId, began_at: at, site_id: siteId }
    await tx
      .insertInto('draft_session')
      .values({ ...row, ended_at: at, edits: JSON.stringify(edits) })
      .onConflict((clash) => clash.doNothing())
      .execute()
    return dropOldest(tx, floorId)
  }
  const joined = joinEdits(parseKept<Edits>(last.edits), edits)
  await tx
    .updateTable('draft_session')
    .set({ ended_at: Math.max(at, Number(last.ended_at)), edits: JSON.stringify(joined) })
    .where('floor_id', '=', floorId)
    .where('member_id', '=', memberId)
    .where('began_at', '=', last.began_at)
    .execute()
}

/** What went into a version, and what came after it, are two sessions. */
async function lastPublishedAt(tx: Tx, floorId: FloorId): Promise<number> {
  const row = await tx
    .selectFrom('floor_plan')
    .select('published_at')
    .where('floor_id', '=', floorId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Number(row?.published_at ?? 0)
}

async function dropOldest(tx: Tx, floorId: FloorId): Promise<void> {
  const beyond = await tx
    .selectFrom('draft_session')
    .select('ended_at')
    .where('floor_id', '=', floorId)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .offset(limits.draftSessionsKeptMax)
    .executeTakeFirst()
  if (beyond === undefined) return
  await tx
    .deleteFrom('draft_session')
    .where('floor_id', '=', floorId)
    .where('ended_at', '<=', beyond.ended_at)
    .execute()
}
