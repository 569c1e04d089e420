/** LISTEN/NOTIFY on a connection of its own, opened when somebody listens and opened again when it is lost. */
import { sql } from 'kysely'
import pg from 'pg'
import type { Notices } from './notices.ts'

const CHANNEL = 'portal'
/** What is missed meanwhile is found by looking, so there is no hurry. */
const RECONNECT_MS = 1_000

export function makePostgresNotices(databaseUrl: string): Notices {
  const listeners = new Set<(text: string) => void>()
  let connection: Promise<pg.Client | null> | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let isClosed = false

  async function connect(): Promise<pg.Client | null> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    client.on('notification', ({ payload }) => {
      for (const listener of listeners) listener(payload ?? '')
    })
    client.on('error', () => undefined) // its end follows
    client.once('end', reconnectSoon)
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      return client
    } catch {
      return null // its end follows
    }
  }

  function reconnectSoon(): void {
    if (isClosed) return
    retry = setTimeout(() => {
      retry = null
      connection = connect()
    }, RECONNECT_MS)
    retry.unref()
  }

  return {
    send: async (tx, texts) => {
      if (texts.length === 0) return
      const all = JSON.stringify(texts)
      await sql`select pg_notify(${CHANNEL}, text) from json_array_elements_text(${all}::json) text`.execute(
        tx,
      )
    },
    // On this connection, so that words go in order and never wait for, or take, one that transactions need.
    say: async (text) => {
      const client = await connection
      await client?.query('select pg_notify($1, $2)', [CHANNEL, text])
    },
    listen: (listener) => {
      listeners.add(listener)
      connection ??= connect()
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
      const client = await connection
      await client?.end()
    },
  }
}
