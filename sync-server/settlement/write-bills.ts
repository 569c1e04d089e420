/**
 * Bills, credit notes and payments as rows, each with its transaction of the ledger. Numbers are given here, in the transaction that issues: one
 * settlement at a time counts them up, and the engine refuses the same one twice (D-42).
 */
import type { DocumentName } from '../../domain/access/document-name.ts'
import {
  type Bill,
  type BillDraft,
  type BillLine,
  isInAdvance,
  issueBill,
} from '../../domain/billing/bill.ts'
import { bookedBillId, isLateSource } from '../../domain/billing/booked-bill.ts'
import { isOfBill } from '../../domain/billing/charge.ts'
import type { CreditNote } from '../../domain/billing/credit.ts'
import {
  billTransaction,
  chargeTransaction,
  creditTransaction,
} from '../../domain/billing/ledger.ts'
import { formatNumber, seriesOf } from '../../domain/billing/number.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { BillingSettings } from '../../domain/sites/billing-settings.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'
import { type Posted, writeLedger } from '../storage/write-ledger.ts'
import { keepUnpaid } from './keep-unpaid.ts'
import { readersByPayer, readersOf } from './readers-of.ts'
import { joinTouched, type Touched, touchedWhole } from './shown.ts'
import { payFromCredits } from './write-funds.ts'
import { askForPapers } from './write-papers.ts'
import { enqueueCollects, enqueueGiveBack } from './write-paying.ts'

/** Bills of one location, of one day: of a run, or of what was paid when it was booked. */
export interface BillsFact {
  readonly kind: 'bills'
  readonly siteId: string
  readonly drafts: readonly BillDraft[]
  readonly settings: BillingSettings
  readonly issuedOn: LocalDate
}
export interface CreditFact {
  readonly kind: 'credit'
  readonly bill: Bill
  readonly note: Omit<CreditNote, 'number'>
  readonly settings: BillingSettings
}

export async function writeBills(tx: Tx, fact: BillsFact, now: Instant): Promise<readonly Bill[]> {
  const bills = await issueBills(tx, fact, now)
  for (const bill of bills) await payFromCredits(tx, bill, now)
  await enqueueCollects(tx, bills, now)
  return bills
}

/** Their papers are asked for. Each is an entry where it is read. Where credits paid of it, more than the bill is told. */
export async function showBills(tx: Tx, bills: readonly Bill[], now: Instant): Promise<Touched> {
  const billIds = bills.map(({ id }) => id)
  await askForPapers(tx, billIds[0] ?? '', billIds, now)
  const readers = await readersByPayer(
    tx,
    bills.map(({ payer }) => payer),
  )
  const shown = bills.map((bill): Touched => {
    const memberIds = readers.get(payerId(bill.payer)) ?? []
    const documents = memberIds.map((memberId) => ({ kind: 'member', memberId }) as const)
    if ((bill.paidFrom ?? []).length > 0) return touchedWhole(documents)
    const story = { bill, payments: [], credits: [] }
    const change = { before: null, after: { kind: 'bill', memberIds, story } } as const
    return { ...touchedWhole(documents), steps: [[change]], whole: new Set() }
  })
  return joinTouched(shown)
}

/** Their rows, numbers and transactions. */
export async function issueBills(
  tx: Tx,
  { siteId, drafts, settings, issuedOn }: Omit<BillsFact, 'kind'>,
  now: Instant,
): Promise<readonly Bill[]> {
  const series = seriesOf('bill', issuedOn)
  const last = await lastCount(tx, 'bill', siteId, series)
  const bills = drafts.map((draft, index) => {
    const number = formatNumber(settings.numberPrefix, 'bill', issuedOn, last + index + 1)
    return issueBill(draft, settings, { id: billIdOf(draft), number, issuedAt: now, issuedOn })
  })
  const rows = bills.map((bill, index) => rowOf(bill, series, last + index + 1))
  for (const part of inParts(rows))
    await tx
      .insertInto('bill')
      .values([...part])
      .execute()
  const lines = bills.flatMap(({ id, lines }) =>
    lines.map(({ source, amount }) => ({ bill_id: id, source, amount_minor: amount.amountMinor })),
  )
  for (const part of inParts(lines))
    await tx
      .insertInto('bill_line')
      .values([...part])
      .execute()
  await writeLedger(tx, bills.flatMap(postedOf), now)
  return bills
}

/** The same payer and period, or the same booking, the same id: a second bill of them finds the first. */
export function billIdOf({ payer, period, siteId, paidFor }: BillDraft) {
  if (paidFor !== undefined) return bookedBillId(paidFor)
  return toId('bill', `bil_${siteId.slice(4)}.${payerId(payer).slice(4)}.${period.from}`)
}

function rowOf(bill: Bill, series: string, count: number) {
  const { id, siteId: site_id, payer, period, paidFor, issuedAt, issuedOn, total } = bill
  return {
    // One of a booking is beside that of the period in which it is.
    ...{
      id,
      site_id,
      payer_id: payerId(payer),
      period_from: paidFor ?? period.from,
      series,
      count,
    },
    ...{ issued_at: issuedAt, issued_on: issuedOn, total_minor: total.amountMinor },
    ...{ currency: total.currency, body: JSON.stringify(bill) },
  }
}

/** What comes by the month is charged where it is billed, each time that more or less of it is, and so is what came too late; everything else was before. */
function postedOf(bill: Bill): readonly Posted[] {
  const { siteId, payer, lines } = bill
  const fees = lines.filter(
    ({ kind, about, source }) => isInAdvance(kind) || isOfBill(about) || isLateSource(source),
  )
  return [
    ...fees.map((line) => ({
      siteId,
      transaction: chargeTransaction({ ...line, change: changeOf(bill, line), payer }),
      charge: line,
    })),
    { siteId, transaction: billTransaction(bill), charge: null },
  ]
}

/** A day may be on two bills, where more of it comes too late for the first. */
function changeOf({ id }: Bill, { source, billedBefore, about }: BillLine): string {
  return billedBefore.amountMinor === 0 && about.kind !== 'day' ? source : `${source}.${id}`
}

export async function writeCredit(
  tx: Tx,
  { bill, note, settings }: CreditFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const series = seriesOf('credit', note.issuedOn)
  const count = (await lastCount(tx, 'credit_note', bill.siteId, series)) + 1
  const number = formatNumber(settings.numberPrefix, 'credit', note.issuedOn, count)
  const whole: CreditNote = { ...note, number }
  await tx
    .insertInto('credit_note')
    .values({
      ...{ id: note.id, bill_id: bill.id, site_id: bill.siteId, series, count },
      ...{ total_minor: note.total.amountMinor, body: JSON.stringify(whole) },
    })
    .execute()
  const lines = (note.lines ?? []).map(({ source, amount }) => ({
    ...{ bill_id: note.id, source, amount_minor: amount.amountMinor },
  }))
  for (const part of inParts(lines)) {
    await tx
      .insertInto('bill_line')
      .values([...part])
      .execute()
  }
  const transaction = creditTransaction(bill, whole)
  const { siteId, payer } = bill
  // What codes and days took off was charged where it was billed, so what of it goes back is charged here.
  const discounts = (whole.lines ?? [])
    .filter(({ about }) => isOfBill(about))
    .map((line) => ({
      siteId,
      transaction: chargeTransaction({ ...line, change: `${line.source}.${note.id}`, payer }),
      charge: line,
    }))
  await writeLedger(tx, [...discounts, { siteId, transaction, charge: null }], now)
  await enqueueGiveBack(tx, bill.id, note.id, now)
  const readers = await readersOf(tx, [bill.payer])
  return [...readers, ...(await keepUnpaid(tx, payerId(bill.payer)))]
}

async function lastCount(
  tx: Tx,
  table: 'bill' | 'credit_note',
  siteId: string,
  series: string,
): Promise<number> {
  const last = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.max('count').as('count'))
    .where('site_id', '=', siteId)
    .where('series', '=', series)
    .executeTakeFirst()
  return Number(last?.count ?? 0)
}
