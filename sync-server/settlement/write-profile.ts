/**
 * What the directories tell of a member, brought up to what they say about themselves now. Where less is shown than before, the documents are
 * begun anew: the log of the old ones would go on handing out what was hidden.
 */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { cardOf, type DirectoryCard, hidesMore } from '../../domain/community/directory.ts'
import { type MemberId, type SiteId, toId } from '../../domain/values/ids.ts'
import { forgetDocument } from '../storage/document-log.ts'
import { loadProfile } from '../storage/load-profiles.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'

export async function publishProfile(tx: Tx, memberId: MemberId): Promise<readonly DocumentName[]> {
  const found = await loadProfile(tx, memberId)
  if (found === null) return []
  const before = found.published === null ? null : parseKept<DirectoryCard>(found.published)
  const after = cardOf(memberId, found.accountName, found.profile)
  const published = after === null ? null : JSON.stringify(after)
  if (published === found.published) return []
  await tx.updateTable('profile').set({ published }).where('member_id', '=', memberId).execute()
  const names = await directoriesOf(tx, memberId)
  if (hidesMore(before, after)) await forgetAll(tx, names)
  return names
}

/** The directories that tell of them. */
export async function directoriesOf(tx: Tx, memberId: MemberId): Promise<readonly DocumentName[]> {
  const sites = await tx
    .selectFrom('member_site')
    .select('site_id')
    .where('member_id', '=', memberId)
    .execute()
  return sites.map(({ site_id }) => ({ kind: 'directory', siteId: toId('site', site_id) }))
}

/** Their card is named after them, and is in the directories of where they belong: one that they left begins anew. */
export async function tellOfMember(
  tx: Tx,
  memberId: MemberId,
  left: readonly SiteId[],
): Promise<readonly DocumentName[]> {
  const begun: DocumentName[] = []
  for (const siteId of left) begun.push(await beginDirectory(tx, siteId))
  const published = await publishProfile(tx, memberId)
  return [...begun, ...published, ...(await directoriesOf(tx, memberId))]
}

/** The location's directory, without a trace of what it told before. */
export async function beginDirectory(tx: Tx, siteId: SiteId): Promise<DocumentName> {
  const name: DocumentName = { kind: 'directory', siteId }
  await forgetAll(tx, [name])
  return name
}

async function forgetAll(tx: Tx, names: readonly DocumentName[]): Promise<void> {
  for (const name of names) await forgetDocument(tx, formatDocumentName(name))
}
