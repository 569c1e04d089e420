/** Years of bookings that are over, spread over a thousand members, so that what grows with history shows. */
import { type Insertable, sql } from 'kysely'
import { members } from '../../domain/seeds/harbour-loft/people.ts'
import type { Database } from '../../sync-server/storage/database.ts'
import type { Engine, Storage, Tx } from '../../sync-server/storage/storage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DESKS = 32
const HOURS_A_DAY = 10
const MEMBERS = 1_000
const ROWS_A_STATEMENT = 2_000

/** Yesterday's bookings first, then further and further back. */
export async function writeHistory(
  { engine, transaction }: Storage,
  bookings: number,
  today: number,
): Promise<void> {
  for (let from = 0; from < bookings; from += ROWS_A_STATEMENT) {
    const count = Math.min(ROWS_A_STATEMENT, bookings - from)
    const some = Array.from({ length: count }, (_, index) => past(from + index, today))
    await transaction(async (tx) => {
      for (const table of ['intent', 'booking', 'claim'] as const) {
        await insertAll(
          engine,
          tx,
          table,
          some.map((one) => one[table]),
        )
      }
    })
  }
}

/** All rows as one JSON parameter, because a statement with thousands of parameters takes longer to build than to run. */
async function insertAll(
  engine: Engine,
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const into = sql.raw(`insert into ${table} (${columns.join(', ')})`)
  const json = JSON.stringify(rows)
  if (engine === 'sqlite') {
    const values = sql.raw(columns.map((column) => `value ->> '${column}'`).join(', '))
    await sql`${into} select ${values} from json_each(${json})`.execute(tx)
  } else {
    const [values, record] = [sql.raw(columns.join(', ')), sql.raw(`null::${table}`)]
    await sql`${into} select ${values} from json_populate_recordset(${record}, ${json}::json)`.execute(
      tx,
    )
  }
}

interface Past {
  readonly intent: Insertable<Database['intent']>
  readonly booking: Insertable<Database['booking']>
  readonly claim: Insertable<Database['claim']>
}

/** Every sample member has a history too, as long as anybody's. */
function holderOf(n: number): string {
  const place = n % (MEMBERS + members.length)
  return members[place]?.id ?? `mem_past-${place}`
}

function past(n: number, today: number): Past {
  const hour = Math.floor(n / DESKS)
  const day = Math.floor(hour / HOURS_A_DAY) + 1
  const starts_at = today - day * DAY_MS + (hour % HOURS_A_DAY) * HOUR_MS
  const time = { starts_at, ends_at: starts_at + HOUR_MS }
  const resource_id = `res_desk-${String((n % DESKS) + 1).padStart(2, '0')}`
  const [id, intent_id, member_id] = [`bkg_past-${n}`, `bki_past-${n}`, holderOf(n)]
  const site_id = 'sit_harbour-loft'
  const settled = settledOf(intent_id, id, starts_at, resource_id)
  return {
    intent: {
      id: intent_id,
      member_id,
      device_id: `dev_${member_id.slice(4)}`,
      seq: n + 1,
      kind: 'booking.request',
      record: '{}',
      digest: 'past',
      carrier: 'outbox',
      received_at: starts_at,
      settled_at: starts_at,
      settled: JSON.stringify(settled),
    },
    booking: {
      ...{ id, intent_id, site_id, resource_id, member_id, ...time, state: 'completed' },
      body: JSON.stringify(bodyOf(id, intent_id, member_id, resource_id, time)),
    },
    claim: { booking_id: id, resource_id, unit: 1, ...time, released_at: time.ends_at },
  }
}

const price = { amountMinor: 400, currency: 'EUR' }

function settledOf(intentId: string, bookingId: string, at: number, resourceId: string) {
  return {
    intentId,
    kind: 'booking.request',
    device: 'dev_past',
    seq: 1,
    settledAt: at,
    wish: {
      resourceId,
      unit: null,
      interval: { startsAt: at, endsAt: at + HOUR_MS },
      wall: wallAt(),
    },
    siteId: 'sit_harbour-loft',
    people: 1,
    outcome: { kind: 'confirmed', bookingId, choice: 0, price },
  }
}

function bodyOf(
  id: string,
  intentId: string,
  memberId: string,
  resourceId: string,
  { starts_at, ends_at }: { starts_at: number; ends_at: number },
) {
  return {
    id,
    intentId,
    siteId: 'sit_harbour-loft',
    memberId,
    resourceId,
    unit: 1,
    interval: { startsAt: starts_at, endsAt: ends_at },
    wall: {
      ...wallAt(),
      zone: 'Europe/Berlin',
      startOffsetMinutes: 60,
      endOffsetMinutes: 60,
      tzdata: '2026a',
    },
    people: 1,
    note: '',
    price,
    settledAt: starts_at,
    state: 'completed',
  }
}

/** Nobody reads the wall time of the past here; it only has its size. */
function wallAt() {
  return { start: { date: '2026-01-05', minute: 540 }, end: { date: '2026-01-05', minute: 600 } }
}
