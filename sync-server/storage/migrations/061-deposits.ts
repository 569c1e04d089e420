/**
 * Deposits that plans ask for, and what became of each. Nobody has been asked before; what members had given is a fund, as it was. An attempt of
 * one is found by the engine's own rule that one attempt of a purpose is live at a time.
 */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table deposit_ask (id text primary key, site_id text not null, payer_id text not null, member_id text not null,
      amount_minor bigint not null check (amount_minor > 0), state text not null, body text not null)`,
    'create index deposit_ask_of_payer on deposit_ask (payer_id, state)',
    'create index deposit_ask_of_member on deposit_ask (member_id)',
    'create index deposit_ask_of_site on deposit_ask (site_id, state)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
