/** Who changed what in the draft of a floor: a row a person and session, which goes on growing until they pause. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table draft_session (floor_id text not null, member_id text not null, began_at bigint not null, site_id text not null,
      ended_at bigint not null, edits text not null, primary key (floor_id, member_id, began_at))`,
    'create index draft_session_of_floor on draft_session (floor_id, ended_at)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
