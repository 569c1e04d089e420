/** Somebody is called otherwise from now on, or signs in with another address: every document that names them is told anew. */
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Tx } from '../storage/storage.ts'
import { namesTelling, peersOf } from './names-telling.ts'

export interface Details {
  readonly name?: string
  readonly email?: string
}

/** The trail says that it changed and not to what: a name is in no entry that is never rewritten. */
export async function changeDetails(
  tx: Tx,
  member: Member,
  details: Details,
  at: Instant,
): Promise<readonly Fact[]> {
  await tx.updateTable('member').set(details).where('id', '=', member.id).execute()
  const detail = Object.keys(details).join(', ')
  const entry = { at, actor: member.id, command: 'member.change', subject: member.id, detail }
  await tx.insertInto('audit').values(entry).execute()
  const names = await namesTelling(tx, member, await peersOf(tx, member.id))
  return [
    { kind: 'member', memberId: member.id, left: [] },
    { kind: 'told-anew', names },
  ]
}
