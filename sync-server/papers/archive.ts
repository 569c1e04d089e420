/** All papers of a time as one file, with the accountant's table beside them. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { accountsCsv } from '../../domain/billing/accounts-csv.ts'
import { fileNameOf, nameOf, papersOf } from '../../domain/billing/papers/paper.ts'
import { must } from '../../domain/values/assert.ts'
import { limits } from '../../domain/values/limits.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { billsOfSite } from '../storage/load-bills.ts'
import { papersOfBills, pdfOf } from '../storage/papers.ts'
import type { Reader } from '../storage/storage.ts'
import type { MakePapers } from './make-papers.ts'

/** Null where there are more than one file holds. Those that have not been drawn yet are, so that none is missing. */
export async function packPapers(
  { read, makePapers }: { readonly read: Reader; readonly makePapers: MakePapers },
  wanted: {
    readonly siteId: string
    readonly from: LocalDate
    readonly until: LocalDate
    readonly digits: number
  },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { siteId, from, until, digits } = wanted
  const isWanted = ({ on }: { readonly on: LocalDate }) => from <= on && on < until
  // Money may be noted long after its bill, so every bill is looked at.
  const stories = await billsOfSite(read, siteId, '', Number.MAX_SAFE_INTEGER)
  const shown = stories.filter((story) => papersOf(story).map(nameOf).some(isWanted))
  const count = shown.flatMap((story) => papersOf(story).map(nameOf).filter(isWanted)).length
  if (count > limits.papersPerArchiveMax) return null
  const billIds = shown.map(({ bill }) => bill.id)
  await makePapers(billIds)
  const entry = { mtime: new Date(`${from}T12:00:00`), level: 0 } as const
  const files: Zippable = {}
  for (const paper of (await papersOfBills(read, billIds)).filter(isWanted)) {
    files[fileNameOf(paper)] = [must(await pdfOf(read, paper.id), 'a paper has its bytes'), entry]
  }
  files['accounts.csv'] = [strToU8(accountsCsv(stories, from, until, digits)), entry]
  return zipSync(files)
}
