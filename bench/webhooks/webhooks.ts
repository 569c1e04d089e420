/**
 * Messages of the payment processor, five hundred a second for three seconds: how long each waits for its answer, proven, parsed and
 * stored, beside one bare flushed insert of its text at the same pace.
 */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { toInstant } from '../../domain/values/instant.ts'
import { signatureOf } from '../../sync-server/billing/emulator/events.ts'
import { makeFeed } from '../../sync-server/billing/feed/feed.ts'
import { openGateway } from '../../sync-server/billing/stripe/open-gateway.ts'
import type { Bench, Measured } from '../harness/bench.ts'
import {
  type Databases,
  type Engine,
  engineNames,
  makeDatabases,
  openPlace,
  type Place,
} from '../harness/databases.ts'
import { compare, quantile } from '../harness/rounds.ts'

const ROUNDS = 5
const PER_SECOND = 500
const MESSAGES = 3 * PER_SECOND
const RATIO_MAX = 4
const SECRET = 'whsec_of-the-bench-alone'

export const webhooks: Bench = async (options) => {
  const databases = await makeDatabases()
  const measured: Measured[] = []
  try {
    for (const engine of databases.engines) {
      if (!engineNames[engine].includes(options.only)) continue
      measured.push(await measure(databases, engine, options.rounds ?? ROUNDS))
    }
    return { measured, notes: [], curves: [] }
  } finally {
    await databases.remove()
  }
}

async function measure(databases: Databases, engine: Engine, rounds: number): Promise<Measured> {
  const storage = await openPlace(await databases.create(engine))
  const now = () => toInstant(Date.now())
  const gateway = openGateway({
    ...{ mode: 'emulator', key: 'sk_test_bench', webhookSecrets: [SECRET], now },
    fetch: () => Promise.reject(new Error('nothing is asked here')),
  })
  const feed = makeFeed({ storage, gateway, now, after: () => () => undefined, log: console.error })
  const place = await databases.create(engine)
  await (await openPlace(place)).close() // the schema
  const bare = await openBare(place)
  const compared = await compare(
    rounds,
    () =>
      p99(async (body) => {
        const answer = await feed.receive(body, signatureOf(body, SECRET, Math.floor(now() / 1000)))
        if (answer !== 'stored') throw new Error(`a message was ${answer}`)
      }, gateway.apiVersion),
    () => p99(bare.insert, gateway.apiVersion),
  )
  await bare.close()
  await storage.close()
  return {
    ...compared,
    title: engineNames[engine],
    otherIs: 'one bare flushed insert',
    unit: 'ms (p99)',
    target: { kind: 'at-most', ratio: RATIO_MAX },
  }
}

let count = 0

/** A payment that changed; some twelve hundred bytes, as the processor's are at least. */
function nextMessage(apiVersion: string): string {
  count += 1
  const object = { id: `pi_bench_${count}`, object: 'payment_intent', note: 'x'.repeat(900) }
  return JSON.stringify({
    ...{ id: `evt_bench_${count}`, object: 'event', api_version: apiVersion, livemode: false },
    ...{ created: Math.floor(Date.now() / 1000), type: 'payment_intent.succeeded' },
    data: { object },
  })
}

/** By when each was due, so that whoever falls behind is not forgiven the queue. */
async function p99(take: (body: string) => Promise<void>, apiVersion: string): Promise<number> {
  const bodies = Array.from({ length: MESSAGES }, () => nextMessage(apiVersion))
  const start = performance.now()
  const waits = bodies.map(async (body, n) => {
    const dueAt = start + (n * 1000) / PER_SECOND
    await new Promise((arrive) => setTimeout(arrive, Math.max(0, dueAt - performance.now())))
    await take(body)
    return performance.now() - dueAt
  })
  return quantile(await Promise.all(waits), 0.99)
}

interface Bare {
  insert(body: string): Promise<void>
  close(): Promise<void>
}

const columns = '(id, type, subject, created_at, received_at, api_version, body)'

async function openBare(place: Place): Promise<Bare> {
  if (place.engine === 'sqlite') {
    const handle = new SqliteDatabase(join(place.folder, 'portal.sqlite'))
    handle.pragma('journal_mode = WAL')
    handle.pragma('synchronous = FULL')
    const row = handle.prepare(
      `insert into payment_event ${columns} values (?, 'x', 'x', 0, 0, '', ?)`,
    )
    return {
      insert: async (body) => {
        row.run(`evt_${++count}`, body)
      },
      close: async () => {
        handle.close()
      },
    }
  }
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const text = `insert into payment_event ${columns} values ($1, 'x', 'x', 0, 0, '', $2)`
  return {
    insert: async (body) => {
      await client.query({ name: 'message', text, values: [`evt_${++count}`, body] })
    },
    close: () => client.end(),
  }
}
