/** Who published a version of a plan, what it changed, and what its draft said about places. Nobody knows it of the first ones. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  for (const column of ['published_by', 'changes', 'drawn_places']) {
    await sql`alter table floor_plan add column ${sql.ref(column)} text`.execute(db)
  }
}
