/** Which bills the documents of members carry: two years of their own, and of the team they manage. */
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inParts } from './in-parts.ts'
import type { Reader } from './storage.ts'

/** The first day of a month, so that it stands still within a basis. */
export function keptSince(now: Instant): string {
  const date = new Date(now)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - limits.billMonthsKept
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export async function teamsManagedBy(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = new Map<string, string[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('team')
      .select(['id', 'manager_id'])
      .where('manager_id', 'in', part)
      .execute()
    for (const { id, manager_id } of rows) {
      teams.set(manager_id, [...(teams.get(manager_id) ?? []), id])
    }
  }
  return teams
}
