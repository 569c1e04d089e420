/** The bills in the document of whoever pays them: a member's own, and a team's in that of who manages it. */
import { payerId } from '../../domain/billing/bill.ts'
import { billSections } from '../../domain/billing/bill-sections.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { inParts } from '../storage/in-parts.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import type { Tx } from '../storage/storage.ts'

async function projectBills(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const teams = await teamsManagedBy(tx, memberIds)
  const payers = [...memberIds, ...[...teams.values()].flat()]
  const stories = await billsOfPayers(tx, payers, keptSince(now))
  return memberIds.map((id) => {
    const own = [id, ...(teams.get(id) ?? [])]
    return billSections(stories.filter(({ bill }) => own.includes(payerId(bill.payer))))
  })
}

/** The first day of a month, so that it stands still within a basis. */
function keptSince(now: Instant): string {
  const date = new Date(now)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - limits.billMonthsKept
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

async function teamsManagedBy(
  tx: Tx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = new Map<string, string[]>()
  for (const part of inParts(memberIds)) {
    const rows = await tx
      .selectFrom('team')
      .select(['id', 'manager_id'])
      .where('manager_id', 'in', part)
      .execute()
    for (const { id, manager_id } of rows) {
      teams.set(manager_id, [...(teams.get(manager_id) ?? []), id])
    }
  }
  return teams
}

/** No booking and no outcome is a bill: they leave this part as it is. */
export const billProjection: Projection = {
  document: 'member',
  project: projectBills,
  entriesOf: () => [],
}
