/**
 * Disputes of payments, each with what it is of and how it stands. What was told of before is an alarm and, where it was lost, a loss in the
 * ledger, as it was; one that is still open is noted when the books are next held against the processor.
 */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table dispute (id text primary key, mode text not null, bill_id text not null, payment_id text not null,
      amount_minor bigint not null, state text not null, body text not null)`,
    'create index dispute_of_bill on dispute (bill_id)',
    'create index dispute_by_state on dispute (mode, state)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
