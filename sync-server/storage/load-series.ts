/** Reads of series. A body is what we wrote ourselves, so it is believed. */
import type { Series } from '../../domain/bookings/series/series.ts'
import { bodiesOfMembers } from './bodies-of-members.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findSeries(reader: Reader, id: string): Promise<Series | null> {
  const row = await reader
    .selectFrom('series')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : parseKept<Series>(row.body)
}

/** Series of each of the members whose last date ends after an instant; a member without any has no entry. */
export async function seriesOfMembers(
  reader: Reader,
  memberIds: readonly string[],
  endingAfter: number,
): Promise<ReadonlyMap<string, readonly Series[]>> {
  return bodiesOfMembers<Series>(reader, 'series', memberIds, endingAfter)
}
