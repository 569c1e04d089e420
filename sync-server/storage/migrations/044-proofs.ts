/**
 * What people prove besides the mailed code: an authenticator app, with codes for the day on which it is lost, and from when a location
 * asks its team for more than a mailed code. Nobody had any of it before. Passkeys are in better-auth's own table.
 */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table sign_in_app (member_id text primary key references member (id), secret text not null, last_step bigint not null,
      recovery text not null, added_at bigint not null)`,
    `create table team_proof_rule (site_id text primary key references site (id), required_on text not null, set_by text not null,
      set_at bigint not null)`,
  ]) {
    await sql.raw(statement).execute(db)
  }
}
