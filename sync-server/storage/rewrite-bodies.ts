import { type Kysely, sql } from 'kysely'

type Body = Readonly<Record<string, unknown>>

/** Rows held in memory at once. */
const PART = 1_000

/** For migrations: gives every JSON body of a table a new shape, part by part, however many rows there are. */
export async function rewriteBodies(
  db: Kysely<unknown>,
  table:
    | 'site'
    | 'resource'
    | 'tier'
    | 'rate'
    | 'booking'
    | 'series'
    | 'wait'
    | 'closure'
    | 'event'
    | 'announcement',
  rewrite: (body: Body) => Body,
): Promise<void> {
  // Tiers and rates of two sites may share an id; the bodies of a table are rewritten by all of its key.
  const key = table === 'tier' || table === 'rate' ? sql`site_id || '/' || id` : sql`id`
  for (let after = ''; ; ) {
    const { rows } = await sql<{ key: string; body: string }>`select ${key} as key, body
      from ${sql.table(table)} where ${key} > ${after} order by ${key} limit ${PART}`.execute(db)
    for (const row of rows) {
      const body = JSON.stringify(rewrite(JSON.parse(row.body) as Body)) // bodies are objects that we wrote
      await sql`update ${sql.table(table)} set body = ${body} where ${key} = ${row.key}`.execute(db)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PART) return
    after = last.key
  }
}
