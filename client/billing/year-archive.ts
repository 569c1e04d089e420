/** All papers of a year as one file, with a table of them, packed on this device. Loaded when somebody asks for one. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { accountsCsv } from '../../domain/billing/accounts-csv.ts'
import { fileNameOf, type Paper } from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { amounts } from '../../domain/words/english/amounts.ts'

export interface YearArchive {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Papers whose bytes could not be had. */
  readonly missing: number
}

export async function packYear(
  year: string,
  papers: readonly Paper[],
  stories: readonly BillStory[],
  read: (sha256: string) => Promise<Uint8Array | null>,
): Promise<YearArchive> {
  // Nothing in it depends on when it was packed; files of a zip begin with 1980.
  const entry = { mtime: new Date(`${year}-12-31T12:00:00`), level: 0 } as const
  const files: Zippable = {}
  let missing = 0
  for (const paper of papers.filter(({ on }) => on.startsWith(year))) {
    const bytes = await read(paper.sha256)
    if (bytes === null) missing += 1
    else files[fileNameOf(paper)] = [bytes, entry]
  }
  const from = toLocalDate(`${year}-01-01`)
  const until = toLocalDate(`${Number(year) + 1}-01-01`)
  const digits = amounts.currencyDigits(stories[0]?.bill.total.currency ?? 'EUR')
  files['documents.csv'] = [strToU8(accountsCsv(stories, from, until, digits)), entry]
  return { bytes: zipSync(files), missing }
}
