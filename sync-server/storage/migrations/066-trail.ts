/**
 * The trail names people by their ids. It said what the team had typed to find somebody, which is a name, and whom money was about by name; what
 * was typed is taken out, and the payer's id stands in its place. And a credit or a deposit named its payer for ever: the engine lets that name be
 * changed, and nothing else of it, for whoever is forgotten. Who was forgotten before is not named there any more.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

const ofMoney = `command like 'deposit.%' or command in ('credit.grant', 'credit.keep', 'credit.withdraw')`

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql`update audit set detail = '' where command = 'members.read' and subject like 'sit\\_%' escape '\\'`.execute(
    db,
  )
  await changingSubjects(db, engine, () => namePayers(db))
  for (const statement of engine === 'sqlite' ? onSqlite : onPostgres) {
    await sql.raw(statement).execute(db)
  }
  await forgetFormer(db)
}

const columns = ['id', 'kind', 'site_id', 'payer_id', 'amount_minor', 'valid_until', 'on_date']
const isSame = columns.map((one) => `new.${one} is not distinct from old.${one}`).join(' and ')
const refusal = 'what is posted is never changed'

const onSqlite = [
  'drop trigger fund_no_update',
  `create trigger fund_no_update before update on fund when not (${isSame}
      and json_remove(new.body, '$.payerName') = json_remove(old.body, '$.payerName'))
    begin select raise(abort, '${refusal}'); end`,
]

const onPostgres = [
  'drop trigger fund_no_change on fund',
  `create trigger fund_no_change before update on fund for each row when (not (${isSame}
      and new.body::jsonb - 'payerName' = old.body::jsonb - 'payerName'))
    execute function refuse_unless_sample()`,
  'drop trigger if exists fund_no_delete on fund',
  `create trigger fund_no_delete before delete on fund for each row execute function refuse_unless_sample()`,
]

async function forgetFormer(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; body: string; name: string }>`
    select fund.id, fund.body, member.name from fund join member on member.id = fund.payer_id
    where member.email like '%@erased.invalid'`.execute(db)
  for (const { id, body, name } of rows) {
    const renamed = JSON.stringify({ ...(JSON.parse(body) as object), payerName: name })
    await sql`update fund set body = ${renamed} where id = ${id}`.execute(db)
  }
}

interface Entry {
  readonly id: number
  readonly subject: string
  readonly detail: string
}

interface About {
  readonly payer?: { readonly memberId?: string; readonly teamId?: string }
  readonly fundId?: string
  readonly askId?: string
}

async function namePayers(db: Kysely<unknown>): Promise<void> {
  const payers = await sql<{ id: string; payer_id: string; body: string }>`
    select id, payer_id, body from fund union all select id, payer_id, body from deposit_ask`.execute(
    db,
  )
  const byId = new Map(payers.rows.map((row) => [row.id, row.payer_id]))
  const byName = new Map<string, Set<string>>()
  for (const { payer_id, body } of payers.rows) {
    const { payerName } = JSON.parse(body) as { readonly payerName: string } // bodies are objects that we wrote
    byName.set(payerName, (byName.get(payerName) ?? new Set()).add(payer_id))
  }
  const entries =
    await sql<Entry>`select id, subject, detail from audit where ${sql.raw(ofMoney)}`.execute(db)
  for (const { id, subject, detail } of entries.rows) {
    const about = detail === '' ? {} : (JSON.parse(detail) as About) // a wish, as it was made
    const named = [...(byName.get(subject) ?? [])]
    const payer =
      about.payer?.memberId ??
      about.payer?.teamId ??
      byId.get(about.fundId ?? about.askId ?? '') ??
      (named.length === 1 ? named[0] : undefined)
    // Of two who are called the same it is not known whom it was about; a name is not kept for that.
    await sql`update audit set subject = ${payer ?? ''} where id = ${id}`.execute(db)
  }
}

/** The engine lets nobody change whom an entry is about: this once it does. */
async function changingSubjects(
  db: Kysely<unknown>,
  engine: Engine,
  change: () => Promise<void>,
): Promise<void> {
  if (engine === 'postgres') {
    await sql`alter table audit disable trigger audit_no_change`.execute(db)
    await change()
    await sql`alter table audit enable trigger audit_no_change`.execute(db)
    return
  }
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_master
    where type = 'trigger' and name = 'audit_no_update'`.execute(db)
  await sql`drop trigger audit_no_update`.execute(db)
  await change()
  for (const one of rows) await sql.raw(one.sql).execute(db)
}
