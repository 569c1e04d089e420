/**
 * Somebody's memberships as rows, and what the first of them is today in their own: that is what every rule about them asks. What takes effect
 * on a later day is done on that day, at the location's midnight.
 */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { dayOf, type Membership, turnsOf } from '../../domain/memberships/membership.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { localDay, type ZoneTable } from '../../domain/values/zone.ts'
import { enqueue } from '../jobs/job.ts'
import { depositsOfMember } from '../storage/load-deposits.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'
import { followMemberships } from './write-addons.ts'

export interface MembershipsFact {
  readonly kind: 'memberships'
  readonly memberId: MemberId
  /** All of theirs; they are never fewer than before. */
  readonly memberships: readonly Membership[]
  readonly today: LocalDate
  readonly zone: ZoneTable
}

export async function writeMemberships(
  tx: Tx,
  { memberId, memberships, today, zone }: MembershipsFact,
): Promise<readonly DocumentName[]> {
  const rows = memberships.map((membership, position) => ({
    ...{ id: membership.id, member_id: memberId, site_id: membership.siteId, position },
    body: JSON.stringify(membership),
  }))
  await tx
    .insertInto('membership')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })),
    )
    .execute()
  await followMemberships(tx, memberId, memberships)
  const [first] = memberships
  if (first !== undefined) {
    const { tierId } = dayOf(first, today)
    await tx
      .updateTable('member')
      .set({ tier_id: tierId, tier_since: first.startsOn })
      .where('id', '=', memberId)
      .execute()
    await enqueue(tx, dueJobs(memberId, first, today, zone))
  }
  // What it asked for may be asked for no more, which its payer is shown.
  const asked = (await depositsOfMember(tx, memberId)).asks.map(({ payer }) => payer)
  return [{ kind: 'member', memberId }, ...(await readersOf(tx, asked))]
}

function dueJobs(memberId: MemberId, first: Membership, today: LocalDate, zone: ZoneTable) {
  return turnsOf(first)
    .filter((date) => date > today)
    .map((date) => ({
      ...{ key: `membership.due:${memberId}:${date}`, kind: 'membership.due' },
      ...{ runAt: localDay(zone, date).startsAt, body: { memberId } },
    }))
}
