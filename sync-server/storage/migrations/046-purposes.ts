/** Whatever is paid or taken back of a bill asks for what was tried to collect it. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`create index pay_attempt_of_purpose on pay_attempt (purpose_id)`.execute(db)
}
