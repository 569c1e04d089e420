/**
 * What was answered to a key, kept with what it did: the same call again gets the same answer, another call under the same key is refused.
 * docs: a call that was refused before it did anything is not kept, so that it may be corrected and sent again.
 */
import { createHash } from 'node:crypto'
import type { Tx } from '../../storage/storage.ts'
import { Refused } from './refused.ts'

export interface Answered {
  readonly status: number
  readonly body: string
}

/** The answer of before, or null for a key that was never used. A call under the same key that still runs is waited for. */
export async function answeredBefore(
  tx: Tx,
  key: string,
  request: string,
): Promise<Answered | null> {
  const digest = createHash('sha256').update(request).digest('hex')
  const taken = await tx
    .insertInto('emulated_call')
    .values({ key, digest, status: 0, body: '' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 1n) return null
  const row = await tx
    .selectFrom('emulated_call')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (row.digest === digest) return { status: row.status, body: row.body }
  throw new Refused(
    400,
    null,
    'Keys for idempotent requests can only be used with the same parameters.',
    {
      type: 'idempotency_error',
    },
  )
}

export async function keepAnswer(tx: Tx, key: string, answered: Answered): Promise<void> {
  await tx.updateTable('emulated_call').set(answered).where('key', '=', key).execute()
}
