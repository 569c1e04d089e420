/** The sample space with its real settlement, and wishes enough to keep it busy: the first few thousand can all be booked. */

import { sql } from 'kysely'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { members } from '../../domain/seeds/harbour-loft/people.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { openSpans } from '../../domain/sites/open-time.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { addDays, mondayOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { composeRooms } from '../../sync-server/compose-rooms.ts'
import { makeSettlement, type Settlement } from '../../sync-server/settlement/settlement.ts'
import { seedSample } from '../../sync-server/sites/sample.ts'
import { receiveIntent } from '../../sync-server/storage/intents.ts'
import { loadCatalogue } from '../../sync-server/storage/load-catalogue.ts'
import type { Storage } from '../../sync-server/storage/storage.ts'
import { makeServerDocuments } from '../../sync-server/sync/server-documents.ts'

export interface Space {
  /** Forgets what earlier rounds booked, and settles one wish of every member, so that all documents exist. */
  startOver(): Promise<void>
  /** Puts that many wishes of different members into the waiting line; `order` says which of them comes as the index-th. */
  receive(count: number, order?: (index: number) => number): Promise<void>
  /** Settles what waits, and makes sure that it was that many and that all were booked. */
  settle(count: number): Promise<void>
  /** Settles what waits, booked or not; gives each answer with how long it was waited for. */
  answer(): Promise<readonly Answer[]>
}

export interface Answer {
  readonly memberId: string
  readonly isBooked: boolean
  readonly afterMs: number
}

/** A Tuesday morning: the same for every run. */
export const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const HOUR_MS = 3_600_000
const DESKS = 32
const PREFIX = 'bki_bench-'
const wishers = members.filter((member) => member.role === 'member' && member.tierId !== null)

export async function openSpace(storage: Storage): Promise<Space> {
  await seedSample(storage, now)
  const catalogue = must(
    await loadCatalogue(storage.read, 'sit_harbour-loft'),
    'the sample is there',
  )
  const hours = openHours(catalogue)
  let settlement = openSettlement(storage)
  let next = 0

  async function receive(count: number, order = (index: number) => index): Promise<void> {
    const first = next
    next += count
    await storage.transaction(async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const n = first + order(index)
        const intent = wish(catalogue, hours, n)
        const { id, device: deviceId, seq, kind } = intent
        const memberId = wisherOf(n)
        const record = JSON.stringify(intent)
        const carried = { id, deviceId, seq, kind, memberId, record, carrier: 'outbox' } as const
        await receiveIntent(tx, carried, now)
      }
    })
  }

  async function settle(count: number): Promise<void> {
    let booked = 0
    const stop = settlement.onSettled(({ outcome }) => {
      if (outcome.kind === 'confirmed') booked += 1
    })
    await settlement.settleWaiting()
    stop()
    if (booked !== count) throw new Error(`${booked} of ${count} wishes were booked`)
  }

  async function answer(): Promise<readonly Answer[]> {
    const answers: Answer[] = []
    const from = performance.now()
    const stop = settlement.onSettled(({ intentId, outcome }) => {
      const memberId = wisherOf(Number(intentId.slice(PREFIX.length)))
      const isBooked = outcome.kind === 'confirmed'
      answers.push({ memberId, isBooked, afterMs: performance.now() - from })
    })
    await settlement.settleWaiting()
    stop()
    return answers
  }

  return {
    receive,
    settle,
    answer,
    startOver: async () => {
      await forget(storage, next)
      settlement = openSettlement(storage)
      next = 0
      await settlement.ensureDocument(`catalogue/${catalogue.site.id}`)
      await receive(wishers.length)
      await settle(wishers.length)
    },
  }
}

export function openSettlement(storage: Storage): Settlement {
  let epochs = 0
  const { bookings, news, kinds, projections } = composeRooms()
  return makeSettlement({
    storage,
    documents: makeServerDocuments(storage, () => `epoch-${epochs++}`),
    projections,
    kinds,
    consequences: bookings.consequences,
    tell: news.tell,
    now: () => now,
    after: () => () => undefined, // nothing fails here, so nothing is tried again
    log: (line) => {
      throw new Error(line)
    },
  })
}

/**
 * What the first so many wishes became, by their ids: a look for their prefix would go through years of bookings. Nothing is ever deleted but
 * here, so no index helps to look up what refers to a booking either, and the engine is told not to.
 */
async function forget(storage: Storage, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, n) => n)
  const wishes = numbers.map((n) => `${PREFIX}${n}`)
  const bookings = numbers.map((n) => `bkg_bench-${n}`)
  const isSqlite = storage.engine === 'sqlite'
  if (isSqlite) await sql`pragma foreign_keys = off`.execute(storage.write)
  await storage.transaction(async (tx) => {
    if (!isSqlite) await sql`set local session_replication_role = replica`.execute(tx)
    if (count > 0) {
      const claims = tx.deleteFrom('claim').where('released_at', 'is', null)
      await claims.where('booking_id', 'in', bookings).execute()
      await tx.deleteFrom('booking').where('id', 'in', bookings).execute()
      await tx.deleteFrom('intent').where('id', 'in', wishes).execute()
    }
    await tx.deleteFrom('document_row').execute()
    await tx.deleteFrom('document_head').execute()
  })
  if (isSqlite) await sql`pragma foreign_keys = on`.execute(storage.write)
}

/** Hours of the two quiet weeks after those that the sample has filled. */
export function openHours(catalogue: Catalogue): readonly Interval[] {
  const desk = must(catalogue.resources[0], 'the sample has desks')
  const from = addDays(mondayOf(toWallTime(catalogue.zone, now).date), 14)
  return Array.from({ length: 12 }, (_, day) => openSpans(catalogue, desk, addDays(from, day)))
    .flat()
    .flatMap((span) => {
      const count = Math.floor((span.endsAt - span.startsAt) / HOUR_MS)
      return Array.from({ length: count }, (_, hour) => {
        const startsAt = span.startsAt + hour * HOUR_MS
        return toInterval(startsAt, startsAt + HOUR_MS)
      })
    })
}

function wisherOf(n: number): string {
  return must(wishers[n % wishers.length], 'the sample has members').id
}

/** Wish number n: each desk in turn, then the next hour; once every hour was wished for, from the first on. */
export function wish(catalogue: Catalogue, hours: readonly Interval[], n: number): AnyIntent {
  const interval = must(hours[Math.floor(n / DESKS) % hours.length], 'there are hours')
  const desk = `res_desk-${String((n % DESKS) + 1).padStart(2, '0')}`
  return {
    v: 1,
    id: toId('intent', `${PREFIX}${n}`),
    kind: 'booking.request',
    device: toId('device', `dev_${wisherOf(n).slice(4)}`),
    seq: n + 1,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(now + 90 * 86_400_000),
    body: {
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, toId('resource', desk), interval),
      fallbacks: [],
      takeNearest: false,
      people: 1,
      note: '',
      quote: { amountMinor: 1_000_000, currency: catalogue.site.currency },
      ceiling: null,
      forMemberId: null,
      guests: [],
      override: null,
      payWith: 'personal',
    },
  }
}
