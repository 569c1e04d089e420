/** What bookings use of passes is kept between settlements like the bookings themselves, so its changes count as theirs: see migration 010. */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = engine === 'sqlite' ? onSqlite : onPostgres
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const onSqlite = ['insert', 'update', 'delete'].map(
  (change) => `create trigger lot_use_${change}_counts after ${change} on lot_use
    begin update change_count set bookings = bookings + 1; end`,
)

const onPostgres = [
  `create trigger lot_use_counts after insert or update or delete on lot_use
    for each statement execute function count_bookings()`,
]
