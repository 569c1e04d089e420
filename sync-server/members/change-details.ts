/** Somebody is called otherwise from now on, or signs in with another address: every document that names them is told anew. */
import type { Member } from '../../domain/memberships/member.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Tx } from '../storage/storage.ts'
import { namesTelling, peersOf } from './names-telling.ts'

export interface Details {
  readonly name?: string
  readonly email?: string
}

/** Who of the team did it, and why. */
export interface ChangedBy {
  readonly actor: MemberId
  readonly reason: string
}

/**
 * Of what members change themselves the trail says that it changed and not to what. Of what the team changed for them it says both, and
 * is emptied when they are forgotten.
 */
export async function changeDetails(
  tx: Tx,
  member: Member,
  details: Details,
  at: Instant,
  by: ChangedBy | null = null,
): Promise<readonly Fact[]> {
  await tx.updateTable('member').set(details).where('id', '=', member.id).execute()
  const entry = { at, subject: member.id, ...trailOf(member, details, by) }
  await tx.insertInto('audit').values(entry).execute()
  const names = await namesTelling(tx, member, await peersOf(tx, member.id))
  return [
    { kind: 'member', memberId: member.id, left: [] },
    { kind: 'told-anew', names },
  ]
}

export const readdressed = 'members.readdress'

/** What stands in the trail of what the team changed for somebody. */
export interface Readdressed {
  readonly from: Details
  readonly to: Details
  readonly reason: string
}

function trailOf({ id, name, email }: Member, details: Details, by: ChangedBy | null) {
  if (by === null) {
    return { actor: id, command: 'member.change', detail: Object.keys(details).join(', ') }
  }
  const from = details.email === undefined ? { name } : { email }
  const said: Readdressed = { from, to: details, reason: by.reason }
  return { actor: by.actor, command: readdressed, detail: JSON.stringify(said) }
}
