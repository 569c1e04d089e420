/**
 * Whoever left a location has no membership there (D-47). So far one that had been changed once stayed, and would have been billed each month. It
 * ends with the day on which they left, as the trail has it, and counts as known since then: what was billed stays, and nothing comes after it.
 */
import { type Kysely, sql } from 'kysely'

interface Left {
  readonly id: string
  readonly member_id: string
  readonly site_id: string
  readonly body: string
}

interface Membership {
  readonly changes: readonly { readonly id: string; readonly kind: string; readonly on: string }[]
}

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const left = await sql<Left>`select id, member_id, site_id, body from membership where not exists
    (select 1 from member_site where member_site.member_id = membership.member_id
      and member_site.site_id = membership.site_id)`.execute(db)
  for (const row of left.rows) {
    const membership = JSON.parse(row.body) as Membership // bodies are objects that we wrote
    const leftAt = await whenLeft(db, row)
    const on = dateOf(leftAt, await zoneOf(db, row.site_id))
    if (hasEnded(membership, on)) continue
    const id = `bki_left-${row.id.slice(4)}-${leftAt}`
    const end = { id, kind: 'end', on, madeOn: on, madeBy: 'space', reason: '', cost: null }
    const body = JSON.stringify({ ...membership, changes: [...membership.changes, end] })
    await sql`update membership set body = ${body} where id = ${row.id}`.execute(db)
    // What their document says of it is made again from the tables.
    const document = `member/${row.member_id}`
    await sql`delete from document_row where document in
      (select id from document_head where name = ${document})`.execute(db)
    await sql`delete from document_head where name = ${document}`.execute(db)
  }
}

/** The last time that the trail says so. An older trail does not: then as late as anything is known. */
async function whenLeft(db: Kysely<unknown>, { member_id, site_id }: Left): Promise<number> {
  const said = await sql<{
    at: number | null
  }>`select max(at) as at from audit where subject = ${member_id}
    and (command = 'member.erase' or (command = 'members.remove' and detail in (${site_id}, '')))`.execute(
    db,
  )
  const at = said.rows[0]?.at ?? null
  if (at !== null) return Number(at)
  const last = await sql<{ at: number | null }>`select max(at) as at from audit`.execute(db)
  return Number(last.rows[0]?.at ?? 0)
}

/** One that was taken back does not end it. */
function hasEnded({ changes }: Membership, on: string): boolean {
  const takenBack = changes.flatMap((one) => ('changeId' in one ? [one.changeId] : []))
  return changes.some((one) => one.kind === 'end' && one.on <= on && !takenBack.includes(one.id))
}

async function zoneOf(db: Kysely<unknown>, siteId: string): Promise<string> {
  const key = `zone:${siteId}`
  const { rows } = await sql<{
    value: string
  }>`select value from setting where key = ${key}`.execute(db)
  const [row] = rows
  return row === undefined ? 'UTC' : (JSON.parse(row.value) as { readonly zone: string }).zone // written by us alone
}

/** `2026-11-27`, as a calendar in that zone has it. */
function dateOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
}
