/**
 * The sample's bills were written, not settled, so nothing asked for their papers. Hana's are made with the first start, as a member's would have been
 * long ago; those of others when they are opened, because drawing all of them would be felt at every start of a sample.
 */
import type { Instant } from '../../domain/values/instant.ts'
import { askForPapers } from '../settlement/write-papers.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import type { Storage } from '../storage/storage.ts'

export async function askForSamplePapers(storage: Storage, now: Instant): Promise<void> {
  await storage.transaction(async (tx) => {
    const stories = await billsOfPayers(tx, ['mem_hana'], '')
    const billIds = stories.map(({ bill }) => bill.id)
    await askForPapers(tx, 'sample', billIds, now)
  })
}
