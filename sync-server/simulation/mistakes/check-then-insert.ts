/**
 * Wishes are decided on facts read outside their transaction, and the engine guards nothing: two that are settled together both find
 * the place free.
 */
import { sql } from 'kysely'
import { openLedger } from '../../settlement/ledger.ts'
import type { Tx } from '../../storage/storage.ts'
import type { Mistake } from './mistake.ts'

export const checkThenInsert: Mistake = {
  title: 'check, then insert without the guard',
  foundBy: ['what is on disk holds every invariant'],
  breakDisk: async (storage) => {
    await sql`drop trigger if exists claim_guard`.execute(storage.write)
  },
  kinds: (real, storage) =>
    real.map((kind) => ({
      ...kind,
      settle: ({ memberIds }, intent, actor, now) => {
        const outside = openLedger(storage.read as unknown as Tx, memberIds) // it only reads
        return kind.settle(outside, intent, actor, now)
      },
    })),
}
