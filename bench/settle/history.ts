/**
 * Years of bookings that are over, spread over a thousand members, so that what grows with history shows. The engine makes the rows itself,
 * out of numbers: a million of them through a driver took longer than all that is measured with them.
 */
import { type RawBuilder, sql } from 'kysely'
import { members } from '../../domain/seeds/harbour-loft/people.ts'
import type { Storage, Tx } from '../../sync-server/storage/storage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DESKS = 32
const HOURS_A_DAY = 10
const MEMBERS = 1_000
/** Some five seconds of work, so that somebody who waits sees it go on. */
const ROWS_A_STATEMENT = 100_000

/** Yesterday's bookings first, then further and further back. `tell` hears how many there are so far. */
export async function writeHistory(
  { engine, transaction, write }: Storage,
  bookings: number,
  today: number,
  tell: (written: number) => void,
): Promise<void> {
  for (let from = 0; from < bookings; from += ROWS_A_STATEMENT) {
    const until = Math.min(from + ROWS_A_STATEMENT, bookings)
    await transaction(async (tx) => {
      // Each of a claim's bookings was written the statement before.
      if (engine === 'postgres') await sql`set local session_replication_role = replica`.execute(tx)
      for (const table of ['intent', 'booking', 'claim'] as const) {
        await insertPast(tx, table, { from, until, today })
      }
    })
    tell(until)
  }
  // As a space is after years: its log folded in, and its tables counted.
  if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(write)
  else await sql`vacuum analyze intent, booking, claim`.execute(write)
}

interface Range {
  readonly from: number
  readonly until: number
  readonly today: number
}

/** Columns of the numbered past that a row is put together from, each of them text. */
const names = {
  n: '«n»',
  startsAt: '«starts_at»',
  endsAt: '«ends_at»',
  memberId: '«member_id»',
  device: '«device»',
  resourceId: '«resource_id»',
} as const

const price = { amountMinor: 400, currency: 'EUR' }

const rows = {
  intent: {
    ...{ id: `bki_past-${names.n}`, member_id: names.memberId, device_id: names.device },
    ...{ seq: sql`n + 1`, kind: 'booking.request', record: '{}', digest: 'past' },
    ...{ carrier: 'outbox', received_at: sql`starts_at`, settled_at: sql`starts_at` },
    settled: json(settled()),
  },
  booking: {
    ...{ id: `bkg_past-${names.n}`, intent_id: `bki_past-${names.n}`, site_id: 'sit_harbour-loft' },
    ...{ resource_id: names.resourceId, member_id: names.memberId, state: 'completed' },
    ...{ starts_at: sql`starts_at`, ends_at: sql`ends_at`, body: json(body()) },
  },
  claim: {
    ...{ booking_id: `bkg_past-${names.n}`, resource_id: names.resourceId, unit: sql`1` },
    ...{ starts_at: sql`starts_at`, ends_at: sql`ends_at`, released_at: sql`ends_at` },
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<string, string | RawBuilder<unknown>>>>
>

async function insertPast(
  tx: Tx,
  table: keyof typeof rows,
  { from, until, today }: Range,
): Promise<void> {
  const row: Readonly<Record<string, string | RawBuilder<unknown>>> = rows[table]
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  const values = sql.join(
    Object.values(row).map((value) => (typeof value === 'string' ? textOf(value) : value)),
  )
  await sql`insert into ${sql.table(table)} (${columns})
    with recursive
      numbers (n) as (
        select cast(${sql.lit(from)} as bigint) union all select n + 1 from numbers where n + 1 < ${sql.lit(until)}),
      timed as (
        select n, n % ${sql.lit(DESKS)} + 1 as desk, n % ${sql.lit(MEMBERS + members.length)} as holder,
          ${sql.lit(today)} - (n / ${sql.lit(DESKS * HOURS_A_DAY)} + 1) * ${sql.lit(DAY_MS)}
            + n / ${sql.lit(DESKS)} % ${sql.lit(HOURS_A_DAY)} * ${sql.lit(HOUR_MS)} as starts_at
        from numbers),
      held as (
        select n, starts_at, starts_at + ${sql.lit(HOUR_MS)} as ends_at, ${holder()} as member_id,
          case when desk < 10 then 'res_desk-0' else 'res_desk-' end || desk as resource_id from timed),
      past as (select held.*, 'dev_' || substr(member_id, 5) as device from held)
    select ${values} from past`.execute(tx)
}

/** Every sample member has a history too, as long as anybody's. */
function holder(): RawBuilder<string> {
  const known = members.map(({ id }, place) => sql`when ${sql.lit(place)} then ${sql.lit(id)}`)
  return sql`case holder ${sql.join(known, sql` `)} else 'mem_past-' || holder end`
}

/** The text with what the marks stand for. */
function textOf(template: string): RawBuilder<string> {
  const parts = template.split(/«(\w+)»/).map((part, index) => {
    return index % 2 === 0 ? sql.lit(part) : sql`cast(${sql.ref(part)} as text)`
  })
  return sql.join(parts, sql` || `)
}

/** Numbers are marked like texts, and lose their quotes here. */
function json(value: object): string {
  return JSON.stringify(value).replaceAll(/"(«(?:starts|ends)_at»)"/g, '$1')
}

function settled() {
  return {
    intentId: `bki_past-${names.n}`,
    kind: 'booking.request',
    device: 'dev_past',
    seq: 1,
    settledAt: names.startsAt,
    wish: {
      resourceId: names.resourceId,
      unit: null,
      interval: { startsAt: names.startsAt, endsAt: names.endsAt },
      wall: wall(),
    },
    siteId: 'sit_harbour-loft',
    people: 1,
    outcome: { kind: 'confirmed', bookingId: `bkg_past-${names.n}`, choice: 0, price },
  }
}

function body() {
  return {
    id: `bkg_past-${names.n}`,
    intentId: `bki_past-${names.n}`,
    siteId: 'sit_harbour-loft',
    memberId: names.memberId,
    resourceId: names.resourceId,
    unit: 1,
    interval: { startsAt: names.startsAt, endsAt: names.endsAt },
    wall: {
      ...wall(),
      zone: 'Europe/Berlin',
      startOffsetMinutes: 60,
      endOffsetMinutes: 60,
      tzdata: '2026a',
    },
    people: 1,
    note: '',
    price,
    settledAt: names.startsAt,
    state: 'completed',
  }
}

/** Nobody reads the wall time of the past here; it only has its size. */
function wall() {
  return { start: { date: '2026-01-05', minute: 540 }, end: { date: '2026-01-05', minute: 600 } }
}
