/** Which documents tell of somebody by name. */
import {
  type DocumentName,
  isServerWritten,
  parseDocumentName,
} from '../../domain/access/document-name.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

/** Those who have a thread with them. */
export async function peersOf(tx: Tx, memberId: string): Promise<readonly string[]> {
  const threads = await tx
    .selectFrom('message')
    .select(['from_id', 'to_id'])
    .distinct()
    .where((where) => where.or([where('from_id', '=', memberId), where('to_id', '=', memberId)]))
    .execute()
  const peers = new Set(threads.flatMap(({ from_id, to_id }) => [from_id, to_id]))
  peers.delete(memberId)
  return [...peers]
}

/** What told of them: their own documents, those of their team, and those of their locations but the two that name nobody. */
export async function namesTelling(
  tx: Tx,
  { id, siteIds, teamId }: Pick<Member, 'id' | 'siteIds' | 'teamId'>,
  peers: readonly string[],
): Promise<readonly DocumentName[]> {
  const ofSites = siteIds.map((siteId) => `%/${siteId}%`)
  const team = tx.selectFrom('member').select('id').where('team_id', '=', teamId)
  const teammates = (await team.execute()).map((one) => `member/${one.id}`)
  const heads = await headsLike(tx, [
    ...[`member/${id}`, `tickets/${id}`, ...teammates, ...ofSites],
    ...[id, ...peers].map((one) => `messages/${one}`),
  ])
  return heads.flatMap((head) => {
    const name = parseDocumentName(head)
    const isNameless = name?.kind === 'catalogue' || name?.kind === 'occupancy'
    return name === null || isNameless || !isServerWritten(name.kind) ? [] : [name]
  })
}

export async function headsLike(tx: Tx, patterns: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const part of inParts(patterns)) {
    const rows = await tx
      .selectFrom('document_head')
      .select('name')
      .where((where) => where.or(part.map((pattern) => where('name', 'like', pattern))))
      .execute()
    found.push(...rows.map(({ name }) => name))
  }
  return [...new Set(found)]
}
