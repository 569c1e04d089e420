import type { Instant } from '../../domain/values/instant.ts'
import type { Tx } from '../storage/storage.ts'

/** Work to be done once, at or after a time, whatever crashes in between. The key makes a repeat the same job. */
export interface Job {
  readonly key: string
  readonly kind: string
  readonly runAt: Instant
  readonly body: object
}

/** Writes the job in the transaction of the fact that causes it. */
export async function enqueue(tx: Tx, job: Job): Promise<void> {
  await tx
    .insertInto('job')
    .values({
      key: job.key,
      kind: job.kind,
      run_at: job.runAt,
      body: JSON.stringify(job.body),
      attempts: 0,
      leased_until: 0,
      done_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
