/** Who asks to join may have typed a promo code: one use of it is kept for them until they are answered. Nobody who waits has one yet. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'alter table join_request add column promo_id text',
    'alter table join_request add column promo text',
    'create index join_request_of_promo on join_request (promo_id)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
