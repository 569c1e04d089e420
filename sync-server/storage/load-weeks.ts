/** Reads of weeks that teams have sent. Bodies are what we wrote ourselves, so they are believed. */
import type { SentWeek } from '../../domain/bookings/teams/sent-week.ts'
import type { TeamId } from '../../domain/values/ids.ts'
import type { IsoWeek } from '../../domain/values/local-date.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findSentWeek(
  reader: Reader,
  teamId: TeamId,
  week: IsoWeek,
): Promise<SentWeek | null> {
  const row = await reader
    .selectFrom('team_week')
    .select('body')
    .where('team_id', '=', teamId)
    .where('week', '=', week)
    .executeTakeFirst()
  return row === undefined ? null : parseKept<SentWeek>(row.body)
}

/** As many as a team still looks at, the latest weeks first. */
export async function sentWeeksOf(
  reader: Reader,
  teamId: TeamId,
  most: number,
): Promise<readonly SentWeek[]> {
  const rows = await reader
    .selectFrom('team_week')
    .select('body')
    .where('team_id', '=', teamId)
    .orderBy('week', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ body }) => parseKept<SentWeek>(body))
}
