/** The real documents, log and socket door over SQLite on disk; only who somebody is, is believed. Rows wait for each other as wishes do. */
import { createServer } from 'node:http'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Sections } from '../../domain/values/sections.ts'
import { makeUlid, systemClock } from '../../sync-server/environment.ts'
import { openSqlite } from '../../sync-server/storage/sqlite.ts'
import { openStorage } from '../../sync-server/storage/storage.ts'
import { makeServerDocuments } from '../../sync-server/sync/server-documents.ts'
import type { SignIn } from '../../sync-server/sync/session.ts'
import { makeSyncServer } from '../../sync-server/sync/sync-server.ts'
import { clockMs, listenToBench, roomName, tellBench } from './child.ts'

const BATCH_MAX = 64

const storage = await openStorage(openSqlite(must(process.argv[2], 'the bench names a folder')))
const documents = makeServerDocuments(storage, makeUlid)
const sync = makeSyncServer({
  storage,
  documents,
  clock: systemClock,
  ensureDocument: async () => false,
  signedIn: async (headers) => signInOf(headers.get('cookie') ?? ''),
  redeemTicket: async (ticket) => signInOf(ticket),
  redeemToken: async () => null,
  isAllowedOrigin: () => true,
  onReceived: () => undefined,
  generation: () => 'bench',
  makeEpoch: makeUlid,
  log: console.error,
})

/** Ticket and cookie are both the id of a member of the one site. */
function signInOf(memberId: string): SignIn {
  const siteIds = [toId('site', 'sit_harbour-loft')]
  const principal = {
    memberId: toId('member', memberId),
    role: 'member',
    teamId: null,
    siteIds,
  } as const
  return { id: memberId, principal, deviceId: `dev_${memberId.slice(4)}` }
}

const written = new Map<number, number>()
const waiting: { readonly room: number; readonly bytes: number }[] = []
let isBusy = false

/** A day's worth of spans of which one changes; the last value is as long as it takes. */
function sectionsOf(n: number, bytes: number): Sections {
  return { '2026-01-05': { 'res_desk-14.1/540': [60 + (n % 400), 'b'.repeat(bytes)] } }
}

async function writeWaiting(): Promise<void> {
  if (isBusy) return
  isBusy = true
  while (waiting.length > 0) {
    const next = new Map<string, Sections>()
    while (waiting.length > 0 && next.size < BATCH_MAX) {
      const { room, bytes } = must(waiting[0], 'something waits')
      if (next.has(roomName(room))) break // one row of a document at a time
      waiting.shift()
      const n = (written.get(room) ?? 0) + 1
      written.set(room, n)
      next.set(roomName(room), sectionsOf(n, bytes))
    }
    const at = systemClock.now()
    const rows = await storage.transaction(async (tx) => {
      const staged = await documents.stage(tx, next, at)
      await documents.announce(tx, staged, at)
      return staged
    })
    for (const { name, n } of rows) {
      tellBench({ kind: 'sent', room: Number(name.slice(-2)) - 1, n, at: clockMs() })
    }
    documents.committed(rows, at)
  }
  isBusy = false
}

const http = createServer()
http.on('upgrade', sync.handleUpgrade)
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  tellBench({ kind: 'listening', port })
})
listenToBench((room, bytes) => {
  waiting.push({ room, bytes })
  void writeWaiting()
})
