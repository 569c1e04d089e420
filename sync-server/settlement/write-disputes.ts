/** Disputes as rows. What a decision makes of what is owed to the payer is seen to by whoever gives it back. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Dispute } from '../../domain/billing/paying/dispute.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'
import { depositBackJob } from './write-deposits.ts'
import { giveBackJob } from './write-paying.ts'

export interface DisputeFact {
  readonly kind: 'dispute'
  readonly mode: string
  /** What the payment was of: a bill, or a deposit. */
  readonly of: { readonly kind: 'bill' | 'deposit'; readonly id: string; readonly payer: Holder }
  readonly dispute: Dispute
}

export async function writeDispute(
  tx: Tx,
  { mode, of, dispute }: DisputeFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, paymentId: payment_id, amount, state } = dispute
  const told = { state, body: JSON.stringify(dispute) }
  await tx
    .insertInto('dispute')
    .values({ id, mode, bill_id: of.id, payment_id, amount_minor: amount.amountMinor, ...told })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
  if (state !== 'open') {
    const job = of.kind === 'bill' ? giveBackJob : depositBackJob
    await enqueue(tx, [job(of.id, now, `${id}.${state}`)])
  }
  return readersOf(tx, [of.payer])
}
