/**
 * The limit a settlement is held against: one row inserted under the engine's own overlap guard and flushed, by the bare driver. No
 * rules, no booking, no outcome, no document.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { must } from '../../domain/values/assert.ts'
import type { Place } from '../harness/databases.ts'

export interface Bare {
  /** Inserts that many claims, all of which stand. */
  insert(count: number): Promise<void>
  close(): Promise<void>
}

const HOUR_MS = 3_600_000
const RESOURCES = 32

/** Claim number n: each resource in turn, then the next hour. */
function claim(n: number): readonly [id: string, resource: string, from: number, until: number] {
  const from = Math.floor(n / RESOURCES) * HOUR_MS
  return [`bkg_bare-${n}`, `res_desk-${n % RESOURCES}`, from, from + HOUR_MS]
}

export async function openBare(place: Place, atOnce: number): Promise<Bare> {
  return place.engine === 'sqlite'
    ? openBareSqlite(place.folder, atOnce)
    : openBarePostgres(place.url, atOnce)
}

/** `atOnce` inserts share a transaction. */
function openBareSqlite(folder: string, atOnce: number): Bare {
  const handle = new SqliteDatabase(join(folder, 'portal.sqlite'))
  handle.pragma('journal_mode = WAL')
  handle.pragma('synchronous = FULL')
  handle.pragma('foreign_keys = OFF') // there is no booking
  const insert = handle.prepare(
    `insert into claim (booking_id, resource_id, unit, starts_at, ends_at, released_at)
      values (?, ?, 1, ?, ?, null) on conflict do nothing returning booking_id`,
  )
  let next = 0
  const insertSome = handle.transaction((count: number) => {
    for (let index = 0; index < count; index += 1) {
      must(insert.get(claim(next++)), 'nothing stands in its way')
    }
  })
  return {
    insert: async (count) => {
      for (let done = 0; done < count; done += atOnce) insertSome(Math.min(atOnce, count - done))
    },
    close: async () => {
      handle.close()
    },
  }
}

/** `atOnce` writers, each with a connection and a transaction an insert. */
async function openBarePostgres(url: string, atOnce: number): Promise<Bare> {
  const writers = Array.from({ length: atOnce }, () => new pg.Client({ connectionString: url }))
  for (const writer of writers) await writer.connect()
  await writers[0]?.query('alter table claim drop constraint claim_booking_id_fkey') // there is no booking
  const statement = {
    name: 'claim',
    text: `insert into claim (booking_id, resource_id, unit, starts_at, ends_at, released_at)
      values ($1, $2, 1, $3, $4, null) on conflict do nothing returning booking_id`,
  }
  let next = 0
  return {
    insert: async (count) => {
      const until = next + count
      const write = async (writer: pg.Client) => {
        while (next < until) {
          const values = [...claim(next++)]
          const { rowCount } = await writer.query({ ...statement, values })
          if (rowCount !== 1) throw new Error('Broken invariant: nothing stands in its way')
        }
      }
      await Promise.all(writers.map(write))
    },
    close: async () => {
      for (const writer of writers) await writer.end()
    },
  }
}
