/** The real settlement, documents, log and socket door over SQLite on disk; only who somebody is, is believed, and it is always that Tuesday. */

import { createServer } from 'node:http'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { registerBookings } from '../../sync-server/bookings/register.ts'
import { makeUlid, systemClock } from '../../sync-server/environment.ts'
import { makeProjections } from '../../sync-server/settlement/projections.ts'
import { makeSettlement } from '../../sync-server/settlement/settlement.ts'
import { tellNobody } from '../../sync-server/settlement/tell.ts'
import { registerSites } from '../../sync-server/sites/register.ts'
import { makeLoadDistances } from '../../sync-server/storage/load-plans.ts'
import { openSqlite } from '../../sync-server/storage/sqlite.ts'
import { openStorage } from '../../sync-server/storage/storage.ts'
import { makeServerDocuments } from '../../sync-server/sync/server-documents.ts'
import type { SignIn } from '../../sync-server/sync/session.ts'
import { makeSyncServer } from '../../sync-server/sync/sync-server.ts'
import { listenToBench, tellBench } from '../fanout/child.ts'
import { now } from '../settle/space.ts'

const storage = await openStorage(openSqlite(must(process.argv[2], 'the bench names a folder')))
const documents = makeServerDocuments(storage, makeUlid)
const bookings = registerBookings(makeLoadDistances())
const sites = registerSites()
const settlement = makeSettlement({
  storage,
  documents,
  projections: makeProjections([...bookings.projections, ...sites.projections]),
  kinds: [...bookings.kinds, ...sites.kinds],
  consequences: bookings.consequences,
  tell: tellNobody,
  now: () => now,
  after: systemClock.after,
  log: console.error,
})
const sync = makeSyncServer({
  storage,
  documents,
  clock: systemClock,
  ensureDocument: settlement.ensureDocument,
  signedIn: async (headers) => signInOf(headers.get('cookie') ?? ''),
  redeemTicket: async (ticket) => signInOf(ticket),
  redeemToken: async () => null,
  isAllowedOrigin: () => true,
  onReceived: settlement.wake,
  generation: () => 'bench',
  makeEpoch: makeUlid,
  log: console.error,
})

/** Ticket and cookie are both the id of somebody of the one site, who may also draw floors. */
function signInOf(memberId: string): SignIn {
  const siteIds = [toId('site', 'sit_harbour-loft')]
  const principal = {
    memberId: toId('member', memberId),
    role: 'manager',
    teamId: null,
    siteIds,
  } as const
  return { id: memberId, principal, deviceId: `dev_${memberId.slice(4)}` }
}

const http = createServer()
http.on('upgrade', sync.handleUpgrade)
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  tellBench({ kind: 'listening', port })
})
listenToBench(() => undefined)
