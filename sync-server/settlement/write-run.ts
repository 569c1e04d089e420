/** How far a billing run has come, and the job that goes on with it. */
import type { BillingPeriod } from '../../domain/billing/billing-period.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import type { Tx } from '../storage/storage.ts'

export interface RunFact {
  readonly kind: 'billing-run'
  /** The wish that asked for it. */
  readonly id: string
  readonly siteId: string
  readonly period: BillingPeriod
  readonly startedBy: string
  readonly payers: number
}

/** What one part of a run did, written with its bills. */
export interface RunStepFact {
  readonly kind: 'billing-step'
  readonly id: string
  readonly lastPayer: string
  readonly done: number
  readonly issued: number
  readonly isOver: boolean
}

export async function writeRun(tx: Tx, run: RunFact, now: Instant): Promise<void> {
  const { id, siteId: site_id, period, startedBy: started_by, payers } = run
  await tx
    .insertInto('billing_run')
    .values({
      ...{ id, site_id, period_from: period.from, period_until: period.until, started_by, payers },
      ...{ started_at: now, done: 0, issued: 0, last_payer: '', finished_at: null },
    })
    .execute()
  const body = { runId: id }
  await enqueue(tx, [{ key: `billing.run:${id}`, kind: 'billing.run', runAt: now, body }])
}

export async function writeRunStep(tx: Tx, step: RunStepFact, now: Instant): Promise<void> {
  const { id, lastPayer: last_payer, done, issued, isOver } = step
  await tx
    .updateTable('billing_run')
    .set({ last_payer, done, issued, finished_at: isOver ? now : null })
    .where('id', '=', id)
    .execute()
}
