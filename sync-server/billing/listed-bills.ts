/** The bills of a list: the newest, and all that somebody has still to see to, however many were issued since. */
import type { BillStory } from '../../domain/billing/payment.ts'
import { billsOfSite, unsettledOfSite } from '../storage/load-bills.ts'
import type { Reader } from '../storage/storage.ts'

export interface ListedMost {
  /** Of those that are settled. */
  readonly newest: number
  readonly unsettled: number
}

/** The newest first. `since`: the first day whose settled bills are listed. */
export async function listedBills(
  reader: Reader,
  siteId: string,
  since: string,
  most: ListedMost,
): Promise<readonly BillStory[]> {
  const newest = await billsOfSite(reader, siteId, since, most.newest)
  const known = new Set(newest.map(({ bill }) => bill.id))
  const unsettled = await unsettledOfSite(reader, siteId, most.unsettled)
  const older = unsettled.filter(({ bill }) => !known.has(bill.id))
  return [...newest, ...older].toSorted((a, b) => b.bill.issuedAt - a.bill.issuedAt)
}
