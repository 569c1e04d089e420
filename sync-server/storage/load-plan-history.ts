import type { Site } from '../../domain/sites/site.ts'
import { type FloorId, type SiteId, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import {
  type EditSession,
  type Edits,
  hasEdits,
  tellEdits,
} from '../../floorplans/document/draft/edit-session.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** What `floorplans/document/publish/plan-history` reads; null where those sites have no such floor. */
export async function loadPlanHistory(
  reader: Reader,
  floorId: FloorId,
  siteIds: readonly SiteId[],
): Promise<object | null> {
  if (siteIds.length === 0) return null
  const sites = await reader.selectFrom('site').select('body').where('id', 'in', siteIds).execute()
  const isThere = sites.some(({ body }) =>
    parseKept<Site>(body).floors.some(({ id }) => id === floorId),
  )
  if (!isThere) return null
  const rows = await reader
    .selectFrom('floor_plan')
    .leftJoin('member', 'member.id', 'floor_plan.published_by')
    .select(['version', 'published_at', 'published_by', 'changes', 'drawn_places', 'member.name'])
    .where('floor_id', '=', floorId)
    .orderBy('version', 'desc')
    .limit(limits.planVersionsListedMax)
    .execute()
  return {
    versions: rows.map((row) => ({
      version: row.version,
      publishedAt: Number(row.published_at),
      by:
        row.published_by === null
          ? null
          : { memberId: row.published_by, name: row.name ?? 'Former member' },
      changes: JSON.parse(row.changes ?? 'null'),
    })),
    places: JSON.parse(rows[0]?.drawn_places ?? '{}'),
    sessions: await loadSessions(reader, floorId),
  }
}

/** Who changed what in the draft, the newest first. */
async function loadSessions(reader: Reader, floorId: FloorId): Promise<readonly EditSession[]> {
  const rows = await reader
    .selectFrom('draft_session')
    .leftJoin('member', 'member.id', 'draft_session.member_id')
    .select(['member_id', 'began_at', 'ended_at', 'edits', 'member.name'])
    .where('floor_id', '=', floorId)
    .orderBy('ended_at', 'desc')
    .orderBy('member_id')
    .limit(limits.draftSessionsListedMax)
    .execute()
  return rows
    .map((row) => ({ row, edits: parseKept<Edits>(row.edits) }))
    .filter(({ edits }) => hasEdits(edits))
    .map(({ row, edits }) => ({
      by: { memberId: toId('member', row.member_id), name: row.name ?? 'Former member' },
      beganAt: toInstant(Number(row.began_at)),
      endedAt: toInstant(Number(row.ended_at)),
      told: tellEdits(edits),
    }))
}
