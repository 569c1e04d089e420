/**
 * What is settled and what was audited never changes, but for one thing: where somebody is forgotten, their own words are taken out of it. The
 * engine lets a record become empty and a detail become blank, and nothing else beside it.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

const isSame = (columns: readonly string[]) =>
  columns.map((column) => `new.${column} is not distinct from old.${column}`).join(' and ')

const isSilencedWish = `(new.record = '{}' and ${isSame([
  ...['id', 'arrival', 'member_id', 'device_id', 'seq', 'kind', 'digest', 'carrier'],
  ...['received_at', 'settled_at', 'settled'],
])})`
const isSilencedEntry = `(new.detail = '' and ${isSame(['id', 'at', 'actor', 'command', 'subject'])})`

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of engine === 'sqlite' ? onSqlite : onPostgres) {
    await sql.raw(statement).execute(db)
  }
}

const onSqlite = [
  'drop trigger outcome_is_fact',
  `create trigger outcome_is_fact before update on intent when old.settled_at is not null and not ${isSilencedWish}
    begin select raise(abort, 'an outcome is settled once'); end`,
  'drop trigger audit_no_update',
  `create trigger audit_no_update before update on audit when not ${isSilencedEntry}
    begin select raise(abort, 'the audit trail is append-only'); end`,
]

const onPostgres = [
  'drop trigger outcome_is_fact on intent',
  `create trigger outcome_is_fact before update on intent for each row
    when (old.settled_at is not null and not ${isSilencedWish})
    execute function refuse_change('an outcome is settled once')`,
  'drop trigger audit_no_change on audit',
  `create trigger audit_no_change before update on audit for each row when (not ${isSilencedEntry})
    execute function refuse_change('the audit trail is append-only')`,
  `create trigger audit_no_delete before delete on audit for each row
    execute function refuse_change('the audit trail is append-only')`,
]
