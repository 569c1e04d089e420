/** Reads of what members have by the month. */
import type { Addon } from '../../domain/billing/addons/addon.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** All that they have and had, in the order in which they took it. */
export async function addonsOfMembers(
  reader: Reader,
  memberIds: readonly string[],
): Promise<readonly Addon[]> {
  const found: Addon[] = []
  for (const part of inParts([...memberIds])) {
    const rows = await reader
      .selectFrom('addon')
      .select('body')
      .where('member_id', 'in', part)
      .orderBy('id')
      .execute()
    found.push(...rows.map(({ body }) => parseKept<Addon>(body)))
  }
  return found
}

/** How many of it somebody has on a date or will have from then on. */
export async function countTaken(
  reader: Reader,
  extraId: string,
  today: LocalDate,
): Promise<number> {
  const row = await reader
    .selectFrom('addon')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('extra_id', '=', extraId)
    .where(({ or, eb }) => or([eb('until_on', 'is', null), eb('until_on', '>', today)]))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Of a location, by name, with who has it and until when; what is over is left out. */
export async function addonsOfSite(reader: Reader, siteId: string, today: LocalDate) {
  const rows = await reader
    .selectFrom('addon')
    .innerJoin('member', 'member.id', 'addon.member_id')
    .select(['addon.body', 'addon.until_on', 'member.name'])
    .where('addon.site_id', '=', siteId)
    .where(({ or, eb }) => or([eb('until_on', 'is', null), eb('until_on', '>', today)]))
    .orderBy('member.name')
    .orderBy('addon.id')
    .execute()
  return rows.map(({ body, until_on, name }) => ({
    ...parseKept<Addon>(body),
    ...{ memberName: name, until: until_on },
  }))
}
