/** What members say about themselves, and who of them the directory of a location tells of. */
import type { DirectoryCard } from '../../domain/community/directory.ts'
import type { Profile } from '../../domain/community/profile.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader, Tx } from './storage.ts'

export interface KeptProfile {
  readonly accountName: string
  readonly profile: Profile
  /** The card that the directories tell, as JSON. */
  readonly published: string | null
}

export async function loadProfile(reader: Reader, memberId: string): Promise<KeptProfile | null> {
  const row = await reader
    .selectFrom('profile')
    .innerJoin('member', 'member.id', 'profile.member_id')
    .select(['profile.body', 'profile.published', 'member.name'])
    .where('profile.member_id', '=', memberId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { body, published, name } = row
  return { accountName: name, profile: parseKept<Profile>(body), published }
}

export async function saveProfile(tx: Tx, memberId: string, profile: Profile): Promise<void> {
  const body = JSON.stringify(profile)
  await tx
    .insertInto('profile')
    .values({ member_id: memberId, body, published: null })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ body }))
    .execute()
}

/** The cards of those who belong to the location. */
export async function publishedAt(
  reader: Reader,
  siteId: string,
): Promise<readonly DirectoryCard[]> {
  const rows = await reader
    .selectFrom('profile')
    .innerJoin('member_site', 'member_site.member_id', 'profile.member_id')
    .select('profile.published')
    .where('member_site.site_id', '=', siteId)
    .where('profile.published', 'is not', null)
    .execute()
  return rows.flatMap(({ published }) =>
    published === null ? [] : [parseKept<DirectoryCard>(published)],
  )
}

/** Whether somebody lets themselves be found at all. */
export async function isListed(reader: Reader, memberId: string): Promise<boolean> {
  const found = await reader
    .selectFrom('profile')
    .select('member_id')
    .where('member_id', '=', memberId)
    .where('published', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}
