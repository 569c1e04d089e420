/**
 * Resources say whether their bookings are claimed by checking in and whether staff approve them; bookings keep what was agreed about
 * the first, and what they had been held for. What was there before is claimed and approved by nobody, as it was.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

/** Bodies are JSON in a column of text, on both engines. */
const statements: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `update resource set body = json_set(body, '$.rules.checkIn', null, '$.approvalMinutes', null)`,
    `update booking set body = json_set(body, '$.checkIn', null)`,
    `update booking set body = json_set(body, '$.heldFor', 'confirmation') where state = 'lapsed'`,
  ],
  postgres: [
    `update resource set body = (jsonb_set(body::jsonb, '{rules,checkIn}', 'null') || '{"approvalMinutes":null}')::text`,
    `update booking set body = (body::jsonb || '{"checkIn":null}')::text`,
    `update booking set body = (body::jsonb || '{"heldFor":"confirmation"}')::text where state = 'lapsed'`,
  ],
}

/** What is held is always little; the list of requests is made from it at each change. */
const heldIndex = `create index booking_held on booking (site_id) where state = 'held'`

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of [...statements[engine], heldIndex]) await sql.raw(statement).execute(db)
  // Documents that show bookings are made again from the tables, and say of them what these say now.
  for (const table of ['document_row', 'document_head'].map((name) => sql.table(name))) {
    await sql`delete from ${table} where name like 'member/%' or name like 'desk/%'`.execute(db)
  }
}
