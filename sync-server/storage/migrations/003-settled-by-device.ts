/** The last settled wish of each device is found by an index alone, however many years of wishes a member has. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`create index intent_settled_by_device on intent (member_id, carrier, device_id, seq)
    where settled_at is not null`.execute(db)
}
