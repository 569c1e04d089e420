/** Reads of perks, and of who has used them when. Bodies are what we wrote ourselves, so they are believed. */
import type { Perk } from '../../domain/community/perks/perk.ts'
import { type MemberId, toId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** Those that were not removed, of some locations. */
export async function perksOfSites(
  reader: Reader,
  siteIds: readonly string[],
): Promise<readonly Perk[]> {
  if (siteIds.length === 0) return []
  const rows = await reader
    .selectFrom('perk')
    .select('body')
    .where('site_id', 'in', siteIds)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => parseKept<Perk>(body))
}

/** Of those the ones that are still told: not over for more than a day, wherever they are. It stands still within a day. */
export function toldPerks(perks: readonly Perk[], now: Instant): readonly Perk[] {
  const lastDay = new Date(now - DAY_MS).toISOString().slice(0, 10)
  return perks.filter(({ until }) => until === null || until >= lastDay)
}

/** The days on which members used perks, by `<perk>/<member>`. */
export async function usesOfMembers(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const uses = new Map<string, LocalDate[]>()
  for (const part of inParts(memberIds)) {
    const rows = reader
      .selectFrom('perk_use')
      .selectAll()
      .where('member_id', 'in', part)
      .orderBy('used_on')
    for (const { perk_id, member_id, used_on } of await rows.execute()) {
      const key = `${perk_id}/${member_id}`
      uses.set(key, [...(uses.get(key) ?? []), toLocalDate(used_on)])
    }
  }
  return uses
}

/** How often each perk of a location was used. */
export async function usesOfSite(
  reader: Reader,
  siteId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('perk_use')
    .innerJoin('perk', 'perk.id', 'perk_use.perk_id')
    .select('perk.id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('perk.site_id', '=', siteId)
    .groupBy('perk.id')
    .execute()
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

/** Those whom some of these perks are for. */
export async function membersWithPerks(
  reader: Reader,
  siteId: string,
  perks: readonly Pick<Perk, 'tierIds'>[],
): Promise<readonly MemberId[]> {
  if (perks.length === 0) return []
  const tierIds = perks.flatMap((perk) => perk.tierIds)
  const isForAll = perks.some((perk) => perk.tierIds.length === 0)
  const here = reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select('member.id')
    .where('member_site.site_id', '=', siteId)
    .orderBy('member.id')
  const rows = await (isForAll ? here : here.where('member.tier_id', 'in', tierIds)).execute()
  return rows.map(({ id }) => toId('member', id))
}
