/** Credits and deposits as rows, and what leaves them, each with its transaction of the ledger. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Bill } from '../../domain/billing/bill.ts'
import type { Fund, FundMove } from '../../domain/billing/fund.ts'
import { fundMoveTransaction, fundTransaction } from '../../domain/billing/ledger.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { localDay } from '../../domain/values/zone.ts'
import { enqueue } from '../jobs/job.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findFund } from '../storage/load-funds.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'
import { writeLedger } from '../storage/write-ledger.ts'
import { readersOf } from './readers-of.ts'
import { writePayment } from './write-payment.ts'

export interface FundFact {
  readonly kind: 'fund'
  readonly fund: Fund
}
export interface FundMoveFact {
  readonly kind: 'fund-move'
  readonly fund: Fund
  readonly move: FundMove
}

export async function writeFund(
  tx: Tx,
  { fund }: FundFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, kind, siteId: site_id, payer, amount, validUntil: valid_until, on: on_date } = fund
  await tx
    .insertInto('fund')
    .values({
      ...{ id, kind, site_id, payer_id: payerId(payer), amount_minor: amount.amountMinor },
      ...{ valid_until, on_date, body: JSON.stringify(fund) },
    })
    .execute()
  const transaction = fundTransaction(fund)
  if (transaction !== null) {
    await writeLedger(tx, [{ siteId: site_id, transaction, charge: null }], now)
  }
  await planItsEnd(tx, fund)
  return readersOf(tx, [payer])
}

/** The morning after its last day. */
async function planItsEnd(tx: Tx, { id, siteId, validUntil }: Fund): Promise<void> {
  if (validUntil === null) return
  const { zone } = must(await loadCatalogue(tx, siteId), 'a location is never removed')
  const runAt = localDay(zone, addDays(validUntil, 1)).startsAt
  const job = { key: `fund.end:${id}`, kind: 'fund.end', runAt, body: { fundId: id } }
  await enqueue(tx, [job])
}

export async function writeFundMove(
  tx: Tx,
  { fund, move }: FundMoveFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, fundId: fund_id, billId: bill_id, amount } = move
  const row = { id, fund_id, bill_id, amount_minor: amount.amountMinor, body: JSON.stringify(move) }
  await tx.insertInto('fund_move').values(row).execute()
  const transaction = fundMoveTransaction(fund, move)
  if (transaction !== null) {
    await writeLedger(tx, [{ siteId: fund.siteId, transaction, charge: null }], now)
  }
  return readersOf(tx, [fund.payer])
}

/** What credits pay of a bill that was just issued, as it stands on it. */
export async function payFromCredits(tx: Tx, bill: Bill, now: Instant): Promise<void> {
  for (const { fundId, reason, amount } of bill.paidFrom ?? []) {
    const { fund } = must(await findFund(tx, fundId), 'a bill names credits that are there')
    const common = { id: `${bill.id}/${fundId}`, billId: bill.id, amount, reference: reason }
    const noted = { ...common, on: bill.issuedOn, notedAt: now }
    await writePayment(tx, { kind: 'payment', bill, payment: { ...noted, method: 'credit' } }, now)
    const move: FundMove = { ...noted, fundId, kind: 'pays', method: null }
    await writeFundMove(tx, { kind: 'fund-move', fund, move }, now)
  }
}

/** Whoever is forgotten is named in what was given them no more. */
export async function renameFunds(tx: Tx, payer: string, payerName: string): Promise<void> {
  const rows = tx.selectFrom('fund').select(['id', 'body']).where('payer_id', '=', payer)
  for (const { id, body } of await rows.execute()) {
    const renamed = JSON.stringify({ ...parseKept<Fund>(body), payerName })
    await tx.updateTable('fund').set({ body: renamed }).where('id', '=', id).execute()
  }
}
