/**
 * A billing run, a few payers at a time: each part is one transaction with its bills, its numbers and how far the run has come, so that a run
 * that is killed anywhere goes on behind the last part that was written, and issues nothing twice.
 */
import { type BillDraft, isIssuable } from '../../domain/billing/bill.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { billTosOfForgotten, forgetBillTos } from '../storage/bill-tos.ts'
import { payersOfSite } from '../storage/load-bills.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import type { Reader, Tx } from '../storage/storage.ts'

export interface Run {
  readonly id: string
  readonly siteId: string
  readonly from: string
  readonly until: string
  readonly payers: number
  readonly done: number
  readonly issued: number
  readonly isOver: boolean
}

/** Goes on with it until it is over. Two servers at once only take turns. */
export async function continueRun(
  settlement: Settlement,
  runId: string,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let payers: readonly string[] | null = null
  for (let isOver = false; !isOver && !isStopped(); ) {
    await settlement.act(async (tx, now) => {
      // Asked once: it looks at all of the ledger. Who comes while it runs is billed the next time.
      payers ??= await payersOfRun(tx, runId)
      const facts = await nextPart(tx, runId, payers, now)
      isOver = facts.length === 0
      if (isOver) await forgetBillTos(tx, await billTosOfForgotten(tx))
      return facts
    })
  }
}

async function payersOfRun(tx: Tx, runId: string): Promise<readonly string[]> {
  const row = await rowOfRun(tx, runId)
  return row === undefined ? [] : payersOfSite(tx, row.site_id)
}

async function nextPart(
  tx: Tx,
  runId: string,
  payers: readonly string[],
  now: Instant,
): Promise<readonly Fact[]> {
  const row = await rowOfRun(tx, runId)
  if (row === undefined || row.finished_at !== null) return []
  const catalogue = must(await loadCatalogue(tx, row.site_id), 'locations are never removed')
  const { billing } = catalogue.site
  const left = payers.filter((id) => id > row.last_payer)
  const part = left.slice(0, limits.billsPerStepMax)
  const period = { from: toLocalDate(row.period_from), until: toLocalDate(row.period_until) }
  const drafts = await loadDrafts(tx, catalogue, part.map(payerOf), period)
  const wanted = drafts.filter(isIssuable)
  return [
    ...billsFact(row.site_id, wanted),
    {
      ...{ kind: 'billing-step', id: runId, lastPayer: part.at(-1) ?? row.last_payer },
      ...{ done: row.done + part.length, issued: row.issued + wanted.length },
      isOver: part.length === left.length,
    },
  ]

  function billsFact(siteId: string, issued: readonly BillDraft[]): readonly Fact[] {
    if (issued.length === 0) return []
    const issuedOn = toWallTime(catalogue.zone, now).date
    return [{ kind: 'bills', siteId, drafts: issued, settings: billing, issuedOn }]
  }
}

async function rowOfRun(reader: Reader, runId: string) {
  return reader.selectFrom('billing_run').selectAll().where('id', '=', runId).executeTakeFirst()
}

/** The runs of a location, the newest first. */
export async function runsOfSite(reader: Reader, siteId: string): Promise<readonly Run[]> {
  const rows = await reader
    .selectFrom('billing_run')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('period_from', 'desc')
    .limit(limits.billMonthsKept)
    .execute()
  return rows.map(({ id, period_from: from, period_until: until, ...row }) => ({
    ...{ id, siteId, from, until, payers: row.payers, done: row.done, issued: row.issued },
    isOver: row.finished_at !== null,
  }))
}
