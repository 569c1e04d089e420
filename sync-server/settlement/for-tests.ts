/** The settlement of the sample space over a real database, with a clock the test moves. */

import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent, Choice } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { must } from '../../domain/values/assert.ts'
import { type IntentId, toId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { instantOf } from '../../domain/values/zone.ts'
import { composeRooms } from '../compose-rooms.ts'
import { type JobHandler, makeJobRunner } from '../jobs/job-runner.ts'
import { type MakePapers, makeMakePapers } from '../papers/make-papers.ts'
import { seedSample } from '../sites/sample.ts'
import type { MakeDatabase, Template, TestDatabase } from '../storage/for-tests.ts'
import { receiveIntent } from '../storage/intents.ts'
import { invariants } from '../storage/invariants.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import { makeServerDocuments, type ServerDocuments } from '../sync/server-documents.ts'
import { provenDocuments } from './proven-documents.ts'
import { makeSettlement, type Settlement } from './settlement.ts'
import { type Tell, tellNobody } from './tell.ts'

export interface TestSpace {
  readonly storage: Storage
  readonly documents: ServerDocuments
  readonly settlement: Settlement
  readonly log: string[]
  /** Who does jobs, by kind; a test may have more done. */
  readonly jobHandlers: Map<string, JobHandler>
  now: Instant
  /** A wish of a member for a resource on a date, minutes after midnight. */
  request(
    member: string,
    resource: string,
    date: LocalDate,
    from: number,
    until: number,
    more?: object,
  ): Promise<AnyIntent>
  send(member: string, intent: AnyIntent): Promise<void>
  /** Settles what waits and gives the outcome of one. */
  outcomeOf(intent: AnyIntent): Promise<SettledIntent>
  /** Does what is due by the clock; gives how many jobs ran. */
  runJobs(): Promise<number>
  /** Draws and signs what these bills have no paper of. */
  readonly makePapers: MakePapers
}

let epochs = 0
let wishes = 0

/** Work in a space of its own. After it every invariant holds, and nothing was said but what the test has taken from the log. */
export async function inTestSpace(
  makeDatabase: MakeDatabase,
  now: Instant,
  work: (space: TestSpace, database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await makeDatabase(sampleAt(now))
  try {
    const space = await openTestSpace(await database.open(), now)
    await work(space, database)
    for (const { title, violations } of invariants) {
      const found = await violations(space.storage.read)
      if (found.length > 0) throw new Error(`It is not so that ${title}: ${found.join(', ')}`)
    }
    if (space.log.length > 0) throw new Error(`On the way: ${space.log.join('; ')}`)
  } finally {
    await database.remove()
  }
}

/** The sample of a moment, without what would make a booking free of charge, without whom a debt keeps from booking after a week, and without what would be due of its own people's bookings, which takes ten times as long as what a test waits for. */
export function sampleAt(now: Instant): Template {
  return {
    key: `the sample at ${new Date(now).toISOString()}`,
    fill: async (storage) => {
      await seedSample(storage, now)
      await withoutPasses(storage)
      await withoutDebts(storage)
      await storage.write.deleteFrom('job').execute()
    },
  }
}

/** A server over a database that holds the sample. Its documents prove themselves, unless what that costs is in the way. */
export async function openTestSpace(
  storage: Storage,
  now: Instant,
  prove: typeof provenDocuments = provenDocuments,
  tell: Tell = tellNobody,
): Promise<TestSpace> {
  const log: string[] = []
  epochs += 1
  const { bookings, billing, community, papers, kinds, projections } = composeRooms()
  const real = makeServerDocuments(storage, () => `epoch-${epochs++}`)
  const documents = prove(real, projections)
  const space: TestSpace = {
    storage,
    documents,
    log,
    now,
    jobHandlers: new Map(),
    settlement: makeSettlement({
      storage,
      documents,
      projections,
      kinds,
      consequences: bookings.consequences,
      tell,
      now: () => space.now,
      after: () => () => undefined, // what fails here fails the test
      log: (line) => log.push(line),
    }),
    request: async (_member, resource, date, from, until, more = {}) => {
      const siteId = resource.startsWith('res_pier') ? 'sit_pier-studio' : 'sit_harbour-loft'
      const catalogue = must(await loadCatalogue(storage.read, siteId), 'the sample is there')
      const startsAt = instantOf(catalogue.zone, { date, minute: from })
      const endsAt = instantOf(catalogue.zone, { date, minute: until })
      const interval = toInterval(startsAt, endsAt)
      const choice: Choice = choiceAt(catalogue, toId('resource', resource), interval)
      return intentOf(space.now, 'booking.request', {
        siteId,
        choice,
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
        ...more,
      })
    },
    send: async (member, intent) => {
      await storage.transaction((tx) =>
        receiveIntent(
          tx,
          {
            id: intent.id,
            memberId: member,
            deviceId: intent.device,
            seq: intent.seq,
            kind: intent.kind,
            record: JSON.stringify(intent),
            carrier: 'outbox',
          },
          space.now,
        ),
      )
    },
    outcomeOf: async (intent) => {
      await space.settlement.settleWaiting()
      const row = await storage.read
        .selectFrom('intent')
        .select('settled')
        .where('id', '=', intent.id)
        .executeTakeFirst()
      return JSON.parse(must(row?.settled, 'it was settled')) as SettledIntent
    },
    runJobs: () => jobs.runDue(),
    makePapers: (billIds) =>
      makeMakePapers({ storage, settlement: space.settlement, now: () => space.now })(billIds),
  }
  const handlers = [
    ...bookings.jobs(space.settlement),
    ...billing.jobs(space.settlement),
    ...community.jobs(space.settlement),
    ...papers.jobs(space.makePapers),
  ]
  for (const [kind, handler] of handlers) space.jobHandlers.set(kind, handler)
  const jobs = makeJobRunner({
    storage,
    now: () => space.now,
    handlers: space.jobHandlers,
    log: (line) => log.push(line),
  })
  return space
}

/** What a booking costs is told by prices alone, where a test gives nobody anything else. */
async function withoutDebts(storage: Storage): Promise<void> {
  await storage.transaction(async (tx) => {
    await tx.deleteFrom('pay_attempt').execute()
    await tx.updateTable('member').set({ unpaid: '[]' }).execute()
  })
}

async function withoutPasses(storage: Storage): Promise<void> {
  await storage.transaction(async (tx) => {
    await tx.deleteFrom('lot').execute()
    const tiers = await tx.selectFrom('tier').select(['id', 'site_id', 'body']).execute()
    for (const { id, site_id, body } of tiers) {
      const bare = JSON.stringify({ ...JSON.parse(body), allowances: [] })
      const update = tx.updateTable('tier').set({ body: bare })
      await update.where('id', '=', id).where('site_id', '=', site_id).execute()
    }
  })
}

export function intentOf(now: Instant, kind: AnyIntent['kind'], body: object): AnyIntent {
  wishes += 1
  return {
    v: 1,
    id: `bki_test-${wishes}` as IntentId,
    kind,
    device: toId('device', 'dev_test'),
    seq: wishes,
    madeAt: now,
    heardAt: null,
    deadlineAt: toInstant(now + 90 * 86_400_000),
    body,
  } as unknown as AnyIntent // the body matches its kind; the door parses it again
}

export interface TestClock extends Clock {
  pass(ms: number): Promise<void>
}

export function makeTestClock(time: Pick<TestSpace, 'now'>): TestClock {
  const timers = new Set<{ readonly at: number; work(): void }>()
  return {
    now: () => time.now,
    after: (ms, work) => {
      const timer = { at: time.now + ms, work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass: async (ms) => {
      for (const until = time.now + ms; time.now < until; ) {
        time.now = toInstant(Math.min(until, time.now + 1_000))
        for (const timer of timers) {
          if (timer.at > time.now) continue
          timers.delete(timer)
          timer.work()
        }
        await turn()
      }
    },
  }
}

/** Lets what is ready run: promises, and bytes that have arrived. */
export function turn(): Promise<void> {
  return new Promise((ready) => setImmediate(ready))
}
