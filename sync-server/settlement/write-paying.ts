/** Attempts, methods and refunds as rows, and the jobs that follow from them: so that whoever crashes between two steps is found again. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { purposesOf } from '../../domain/billing/booked-bill.ts'
import { takenTransaction, WHOLE_SPACE } from '../../domain/billing/movement.ts'
import {
  isLive,
  type PaymentAttempt,
  type PurposeKind,
} from '../../domain/billing/paying/attempt.ts'
import type { PayMethods } from '../../domain/billing/paying/pay-methods.ts'
import type { Refund } from '../../domain/billing/paying/refund.ts'
import { payerId as idOfPayer, payerOf } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import type { BillId } from '../../domain/values/ids.ts'
import { addMinutes, type Instant } from '../../domain/values/instant.ts'
import type { Money } from '../../domain/values/money.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'
import { writeLedger } from '../storage/write-ledger.ts'
import { keepUnpaid } from './keep-unpaid.ts'
import { readersOf } from './readers-of.ts'
import { collectDeposits, depositBackJob, depositJob } from './write-deposits.ts'

/** A new attempt, or what was heard of one. */
export interface AttemptFact {
  readonly kind: 'attempt'
  readonly mode: string
  readonly attempt: PaymentAttempt
}
export interface PayerFact {
  readonly kind: 'payer'
  readonly mode: string
  readonly payMethods: PayMethods
  readonly ref: string
  /** Bills that were declined and are tried with it at once. */
  readonly retried: readonly BillId[]
}
export interface RefundFact {
  readonly kind: 'refund'
  readonly mode: string
  readonly refund: Refund
  /** Of a deposit: what of it the payer's bank had left with them, where it was on its way in the ledger. */
  readonly covered?: Money
}

/** An answer that did not come is looked for after so many minutes; a page is open for longer. */
const LOOK_AFTER_MINUTES = 10
const PAGE_AFTER_MINUTES = 40

export async function writeAttempt(
  tx: Tx,
  fact: AttemptFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { attempt } = fact
  await keepAttempt(tx, fact)
  await enqueue(tx, jobsAfter(attempt, now))
  const told = await readersOf(tx, [payerOf(attempt.payerId)])
  return isFailure(attempt) ? [...told, ...(await keepUnpaid(tx, attempt.payerId))] : told
}

/** The row alone: nothing follows from it. */
export async function keepAttempt(tx: Tx, { mode, attempt }: AttemptFact): Promise<void> {
  const { id, purpose, n, payerId: payer_id, siteId: site_id, standing, ref, on } = attempt
  const row = {
    ...{ state: standing.state, is_live: isLive(attempt) ? 1 : 0, ref },
    ...{ failed_on: isFailure(attempt) ? on : null, body: JSON.stringify(attempt) },
    page_ref: standing.state === 'sent' ? (standing.page?.ref ?? null) : undefined,
  }
  const purposed = { purpose_kind: purpose.kind, purpose_id: purpose.id, n }
  await tx
    .insertInto('pay_attempt')
    .values({
      ...{ id, mode, ...purposed, payer_id, site_id, created_at: attempt.createdAt },
      ...{ ...row, page_ref: row.page_ref ?? null },
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

function isFailure({ via, standing }: PaymentAttempt): boolean {
  return via === 'charge' && standing.state === 'declined'
}

function jobsAfter(attempt: PaymentAttempt, now: Instant): readonly Job[] {
  const { id, standing, purpose } = attempt
  if (isLive(attempt)) {
    const minutes = standing.state === 'sent' ? PAGE_AFTER_MINUTES : LOOK_AFTER_MINUTES
    return [lookJob(id, addMinutes(now, minutes))]
  }
  if (!isFailure(attempt)) return []
  return [againFor[purpose.kind](purpose.id, now, String(attempt.n))]
}

const againFor: { readonly [Kind in PurposeKind]: typeof collectJob } = {
  bill: collectJob,
  booking: bookingJob,
  deposit: depositJob,
}

export function lookJob(attemptId: string, runAt: Instant): Job {
  const key = `attempt.look:${attemptId}:${runAt}`
  return { key, kind: 'attempt.look', runAt, body: { attemptId } }
}

/** `why` makes another occasion another job. */
export function collectJob(billId: string, runAt: Instant, why: string): Job {
  const key = `bill.collect:${billId}:${why}`
  return { key, kind: 'bill.collect', runAt, body: { billId } }
}

/** Whatever is next about a booking that is paid before it stands. */
export function bookingJob(bookingId: string, runAt: Instant, why: string): Job {
  const key = `booking.collect:${bookingId}:${why}`
  return { key, kind: 'booking.collect', runAt, body: { bookingId } }
}

export async function writePayer(
  tx: Tx,
  { mode, payMethods, ref, retried }: PayerFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { payerId: payer_id, methods, backup } = payMethods
  const told = {
    ...{ ref, backup_method: backup?.methodId ?? null },
    backup_agreed_at: backup?.agreedAt ?? null,
  }
  await tx
    .insertInto('payer')
    .values({ payer_id, mode, ...told })
    .onConflict((conflict) => conflict.columns(['payer_id', 'mode']).doUpdateSet(told))
    .execute()
  const own = tx.deleteFrom('pay_method').where('payer_id', '=', payer_id)
  await own.where('mode', '=', mode).execute()
  const rows = methods.map((method, position) => ({
    ...{ id: method.id, payer_id, mode, position, body: JSON.stringify(method) },
  }))
  if (rows.length > 0) await tx.insertInto('pay_method').values(rows).execute()
  await enqueue(
    tx,
    retried.map((billId) => collectJob(billId, now, `card-${now}`)),
  )
  if (methods.length > 0) await collectDeposits(tx, payer_id, now)
  return readersOf(tx, [payerOf(payer_id)])
}

export async function writeRefund(
  tx: Tx,
  { mode, refund, covered }: RefundFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, billId, fundId, paymentId: payment_id, amount, state, ref } = refund
  // What it is of; a deposit has no bill.
  const bill_id = must(billId ?? fundId, 'it gives back of something')
  const told = { state, ref, body: JSON.stringify(refund) }
  await tx
    .insertInto('refund')
    .values({ id, mode, bill_id, payment_id, amount_minor: amount.amountMinor, ...told })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
  if (covered !== undefined) {
    const transaction = takenTransaction({ id, amount: covered, on: refund.on })
    await writeLedger(tx, [{ siteId: WHOLE_SPACE, transaction, charge: null }], now)
  }
  if (state !== 'created') return []
  const runAt = addMinutes(now, LOOK_AFTER_MINUTES)
  await enqueue(tx, [
    billId === null ? depositBackJob(bill_id, now, id) : giveBackJob(billId, runAt, id),
  ])
  return []
}

export function giveBackJob(billId: string, runAt: Instant, why: string): Job {
  const key = `bill.give-back:${billId}:${why}`
  return { key, kind: 'bill.give-back', runAt, body: { billId } }
}

/** Bills of payers who have something on file are charged as they are issued. */
export async function enqueueCollects(
  tx: Tx,
  bills: readonly { readonly id: BillId; readonly payer: Parameters<typeof idOfPayer>[0] }[],
  now: Instant,
): Promise<void> {
  for (const part of inParts(bills)) {
    const ids = part.map(({ payer }) => idOfPayer(payer))
    const rows = tx.selectFrom('pay_method').select('payer_id').where('payer_id', 'in', ids)
    const payers = new Set((await rows.execute()).map(({ payer_id }) => payer_id))
    const charged = part.filter(({ payer }) => payers.has(idOfPayer(payer)))
    await enqueue(
      tx,
      charged.map(({ id }) => collectJob(id, now, 'issued')),
    )
  }
}

/** Money came or was taken back of a bill: what it was paid too much by card goes back. */
export async function enqueueGiveBack(
  tx: Tx,
  billId: BillId,
  cause: string,
  now: Instant,
): Promise<void> {
  const paid = tx
    .selectFrom('pay_attempt')
    .select('id')
    .where('purpose_id', 'in', purposesOf(billId))
  const found = await paid.where('state', '=', 'succeeded').executeTakeFirst()
  if (found !== undefined) await enqueue(tx, [giveBackJob(billId, now, cause)])
}
