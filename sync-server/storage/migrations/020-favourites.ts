/** Places that members have marked, to find them first. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table favourite (member_id text not null references member (id),
      resource_id text not null references resource (id), marked_at bigint not null,
      primary key (member_id, resource_id))`)
    .execute(db)
}
