import type { Instant } from '../../domain/values/instant.ts'
import { compiledOnce } from '../storage/compiled-once.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

/** Work to be done once, at or after a time, whatever crashes in between. The key makes a repeat the same job. */
export interface Job {
  readonly key: string
  readonly kind: string
  readonly runAt: Instant
  readonly body: object
}

/** Writes the jobs in the transaction of the facts that cause them. */
export async function enqueue(tx: Tx, jobs: readonly Job[]): Promise<void> {
  for (const part of inParts(jobs)) await insertJobs(tx, part.map(rowOf))
}

const insertJobs = compiledOnce(
  (row: ReturnType<typeof rowOf>) => Object.values(row),
  (tx, rows) =>
    tx
      .insertInto('job')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing()),
)

function rowOf({ key, kind, runAt, body }: Job) {
  const text = JSON.stringify(body)
  return { key, kind, run_at: runAt, body: text, attempts: 0, leased_until: 0, done_at: null }
}
