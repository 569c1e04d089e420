/** A new member's rows. Nobody is signed in by it: that takes the code which is mailed to their address. */

import type { MemberRole } from '../../domain/access/role.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import type { MemberId, SiteId, TeamId, TierId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Reader, Tx } from './storage.ts'

export interface NewMember {
  readonly id: MemberId
  readonly email: string
  readonly name: string
  readonly role: MemberRole
  readonly tierId: TierId | null
  readonly teamId: TeamId | null
  readonly since: LocalDate
  readonly consents: readonly Consent[]
}

/** Who has that address already, at any location. */
export async function memberOfEmail(reader: Reader, email: string): Promise<string | null> {
  const row = await reader
    .selectFrom('member')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function addMember(tx: Tx, siteId: SiteId, member: NewMember): Promise<void> {
  await tx
    .insertInto('member')
    .values({
      ...{ id: member.id, account_id: null, email: member.email, name: member.name },
      ...{ role: member.role, tier_id: member.tierId, team_id: member.teamId },
      tier_since: member.tierId === null ? null : member.since,
      consents: JSON.stringify(member.consents),
      news: JSON.stringify(usualNewsChoice),
    })
    .execute()
  await addToSite(tx, siteId, member.id)
}

/** Somebody of another location belongs here too. */
export async function addToSite(tx: Tx, siteId: SiteId, memberId: string): Promise<void> {
  const last = await tx
    .selectFrom('member_site')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  const position = Number(last?.position ?? -1) + 1
  await tx
    .insertInto('member_site')
    .values({ member_id: memberId, site_id: siteId, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Invited now, whether for the first time or again. */
export async function noteInvitation(
  tx: Tx,
  row: {
    readonly memberId: string
    readonly siteId: string
    readonly by: string
    readonly at: number
  },
): Promise<void> {
  const values = {
    member_id: row.memberId,
    site_id: row.siteId,
    invited_by: row.by,
    sent_at: row.at,
  }
  await tx
    .insertInto('invitation')
    .values(values)
    .onConflict((conflict) => conflict.columns(['member_id', 'site_id']).doUpdateSet(values))
    .execute()
}
