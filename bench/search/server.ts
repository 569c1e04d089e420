/** What a search would cost that asks a server: one round trip on this machine to an indexed query for what is free. */
import { createServer } from 'node:http'
import SqliteDatabase from 'better-sqlite3'
import { localDay } from '../../domain/values/zone.ts'
import { catalogue, days } from './space.ts'

export interface SearchServer {
  /** Milliseconds until the answer was read. */
  ask(startsAt: number, endsAt: number): Promise<number>
  close(): Promise<void>
}

export async function openSearchServer(): Promise<SearchServer> {
  const database = fill(new SqliteDatabase(':memory:'))
  const free = database.prepare(
    `select id, capacity from room where capacity >= 6 and whiteboard = 1 and not exists (select 1 from claim
      where resource_id = room.id and ends_at > ? and starts_at < ?) order by capacity`,
  )
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const rows = free.all(Number(url.searchParams.get('from')), Number(url.searchParams.get('to')))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(rows))
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    ask: async (startsAt, endsAt) => {
      const from = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/?from=${startsAt}&to=${endsAt}`)
      await answer.json()
      return performance.now() - from
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      database.close()
    },
  }
}

function fill(database: SqliteDatabase.Database): SqliteDatabase.Database {
  database.exec(`create table room (id text primary key, capacity integer, whiteboard integer);
    create table claim (resource_id text, starts_at integer, ends_at integer);
    create index claim_by_time on claim (resource_id, ends_at)`)
  const room = database.prepare('insert into room values (?, ?, ?)')
  const claim = database.prepare('insert into claim values (?, ?, ?)')
  database.transaction(() => {
    for (const { id, capacity, amenities } of catalogue.resources) {
      room.run(id, capacity, amenities.includes('whiteboard') ? 1 : 0)
    }
    for (const [date, spans] of days) {
      const { startsAt } = localDay(catalogue.zone, date)
      for (const { resourceId, startMinute, endMinute } of spans) {
        claim.run(resourceId, startsAt + startMinute * 60_000, startsAt + endMinute * 60_000)
      }
    }
  })()
  return database
}
