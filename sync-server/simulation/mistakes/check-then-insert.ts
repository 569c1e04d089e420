/**
 * Wishes are decided on facts read outside their transaction, and the engine guards nothing: two that are settled together both find
 * the place free.
 */
import { sql } from 'kysely'
import { makeKeptFacts } from '../../settlement/kept-facts.ts'
import { openLedger } from '../../settlement/ledger.ts'
import type { Tx } from '../../storage/storage.ts'
import type { Mistake } from './mistake.ts'

export const checkThenInsert: Mistake = {
  title: 'check, then insert without the guard',
  foundBy: ['what is on disk holds every invariant'],
  seenAt: 21,
  breakDisk: async (storage) => {
    await sql`drop trigger if exists claim_guard`.execute(storage.write)
  },
  kinds: (real, storage) =>
    real.map((kind) => ({
      ...kind,
      settle: async ({ memberIds }, intent, actor, now) => {
        const outside = await makeKeptFacts().open(storage.read as unknown as Tx) // it only reads
        return kind.settle(openLedger(outside, memberIds), intent, actor, now)
      },
    })),
}
