import { expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { DAY_MS, type Instant, MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import type { Storage } from '../../storage/storage.ts'
import { newEvent, signatureOf } from '../emulator/events.ts'
import { openTestProcessor, type TestProcessor } from '../emulator/for-tests.ts'
import type { GatewayAnswer, GatewayFact, TakeFact } from '../gateway.ts'
import { caughtUpAt } from './catch-up.ts'
import { withDisputes } from './disputes.ts'
import { type Feed, makeFeed } from './feed.ts'

const start = toInstant(Date.UTC(2026, 10, 26, 9))
const SECRET = 'whsec_emulator_for_tests'

interface TestFeed {
  readonly storage: Storage
  readonly processor: TestProcessor
  readonly feed: Feed
  /** What the books have taken, in order. */
  readonly taken: GatewayFact[]
  /** What the books say next; 'taken' when nothing is here. */
  readonly says: Awaited<ReturnType<TakeFact>>[]
  readonly log: string[]
  pass(ms: number): void
  /** A signed message of the kind given, about a thing. */
  send(change?: object, signed?: (body: string, seconds: number) => string): Promise<string>
}

async function inFeed(makeDatabase: MakeDatabase, work: (test: TestFeed) => Promise<void>) {
  const database = await makeDatabase()
  try {
    const storage = await database.open()
    let now: Instant = start
    const taken: GatewayFact[] = []
    const says: Awaited<ReturnType<TakeFact>>[] = []
    const log: string[] = []
    const processor: TestProcessor = openTestProcessor(
      storage,
      () => now,
      async (body, signature) => {
        await feed.receive(body, signature)
      },
    )
    const { gateway } = processor
    const feed: Feed = makeFeed({
      ...{ storage, gateway, now: () => now, log: (line: string) => log.push(line) },
      after: () => () => undefined, // the test passes the time
    })
    await work({
      ...{ storage, processor, feed, taken, says, log },
      pass: (ms) => {
        now = toInstant(now + ms)
      },
      send: async (change = {}, signed = (body, at) => signatureOf(body, SECRET, at)) => {
        const seconds = Math.floor(now / 1000)
        const about = { id: 'pi_emu_nobodys', object: 'payment_intent', created: seconds }
        const names = { makeId: () => 'evt_emu_by-hand', now: seconds }
        const event = newEvent(names, gateway.apiVersion, 'payment_intent.succeeded', about)
        const body = JSON.stringify({ ...event, ...change })
        return feed.receive(body, signed(body, seconds))
      },
    })
    await feed.stop()
  } finally {
    await database.remove()
  }
}

/** Books that take whatever comes, unless they are told to say otherwise. */
function books({ taken, says }: Pick<TestFeed, 'taken' | 'says'>): TakeFact {
  return async (fact) => {
    const said = says.shift() ?? 'taken'
    if (said === 'taken') taken.push(fact)
    return said
  }
}

function given<Value>(answer: GatewayAnswer<Value>): Value {
  if (!answer.ok) throw new Error(`It was refused: ${answer.kind} ${answer.code}`)
  return answer.value
}

async function pay({ gateway, press }: TestProcessor): Promise<string> {
  const command = { payerId: 'mem_ada', email: 'ada@example.com', name: 'Ada' }
  const payer = given(await gateway.payers.ensure(command, 'v1:cus:mem_ada')).id
  const urls = { returnUrl: 'http://portal.example/a', cancelUrl: 'http://portal.example/b' }
  const amount = money(4_200, 'EUR')
  const asked = { attemptId: 'att_1', payer, amount, title: 'Bill 7', keepsMethod: false, ...urls }
  const page = given(await gateway.checkout.create(asked, 'v1:cos:1')).id
  await press(page, 'succeeds')
  return must(given(await gateway.checkout.get(page)).payment, 'it was paid')
}

async function countOf({ storage }: TestFeed, table: 'payment_event' | 'payment_subject') {
  return (await storage.read.selectFrom(table).selectAll().execute()).length
}

async function alarmsOf({ storage }: TestFeed): Promise<readonly string[]> {
  const rows = await storage.read.selectFrom('payment_alarm').select('kind').execute()
  return rows.map(({ kind }) => kind)
}

onEachEngine('the feed', (makeDatabase) => {
  test('[FEED-01] a message counts once, sent thrice and at the same moment too', async () => {
    await inFeed(makeDatabase, async (at) => {
      at.feed.follow(books(at))
      expect(await Promise.all([at.send(), at.send(), at.send()])).toEqual([
        ...['stored', 'known', 'known'],
      ])
      expect(await at.send()).toBe('known')
      expect(await countOf(at, 'payment_event')).toBe(1)
    })
  })

  test('[FEED-03] several messages about one thing, doubled and turned round, are one look at it as it is', async () => {
    await inFeed(makeDatabase, async (at) => {
      at.processor.messageFaults.push('hold', 'twice', 'hold', 'twice')
      const id = await pay(at.processor)
      await at.processor.letGo()
      at.feed.follow(books(at))
      await at.feed.lookDue()
      await at.feed.stop()
      const payments = at.taken.flatMap((fact) => (fact.kind === 'payment' ? [fact.payment] : []))
      expect(payments).toMatchObject([{ id, state: 'succeeded', attemptId: 'att_1' }])
    })
  })
})

test('[FEED-02] what is not signed, changed, old, of tomorrow or of the other half is refused, and nothing is kept', async () => {
  await inFeed(makeSqlite, async (at) => {
    const wrong = [
      at.send({}, () => ''),
      at.send({}, () => 't=1,v1=00'),
      at.send({}, (body, now) => signatureOf(body, 'whsec_of-somebody-else', now)),
      at.send({}, (body, now) => signatureOf(`${body} `, SECRET, now)),
      at.send({}, (body, now) => signatureOf(body, SECRET, now - 301)),
      at.send({ livemode: true }),
      at.feed.receive('no message', signatureOf('no message', SECRET, start / 1000)),
      at.feed.receive('{}', signatureOf('{}', SECRET, start / 1000)),
    ]
    expect(new Set(await Promise.all(wrong))).toEqual(new Set(['refused']))
    expect(await countOf(at, 'payment_event')).toBe(0)
    expect(new Set(await alarmsOf(at))).toEqual(new Set(['bad-signature', 'other-half']))
  })
})

test('[FEED-02] a message that was caught and is sent again within its time is known', async () => {
  await inFeed(makeSqlite, async (at) => {
    expect(await at.send()).toBe('stored')
    at.pass(4 * MINUTE_MS)
    expect(await at.send({}, (body, now) => signatureOf(body, SECRET, now - 240))).toBe('known')
  })
})

test('[FEED-04] what the books do not know yet is offered again, in growing pauses', async () => {
  await inFeed(makeSqlite, async (at) => {
    at.says.push(...Array.from({ length: 6 }, () => 'not-ours' as const))
    await pay(at.processor)
    at.feed.follow(books(at))
    await at.feed.lookDue()
    const before = at.taken.length
    expect(await at.feed.lookDue()).toBe(0)
    for (let hours = 0; hours < 24; hours += 1) {
      at.pass(60 * MINUTE_MS)
      await at.feed.lookDue()
    }
    expect(at.taken.length).toBeGreaterThan(before)
    expect(at.taken.some(({ kind }) => kind === 'payment')).toBe(true)
    expect(await alarmsOf(at)).toEqual([])
  })
})

test('[FEED-04] what nobody ever knows is given up aloud, and what the processor does not know is an alarm', async () => {
  await inFeed(makeSqlite, async (at) => {
    at.feed.follow(async () => 'not-ours')
    await at.send()
    await at.feed.lookDue()
    expect(await alarmsOf(at)).toEqual(['not-there'])
    await pay(at.processor)
    for (let days = 0; days < 45; days += 1) {
      await at.feed.lookDue()
      at.pass(DAY_MS)
    }
    expect(await alarmsOf(at)).toContain('never-ours')
    expect(await at.feed.lookDue()).toBe(0)
  })
})

test('[FEED-04] books that fail are asked again, and it is said', async () => {
  await inFeed(makeSqlite, async (at) => {
    let isBroken = true
    const take = books(at)
    await pay(at.processor)
    at.feed.follow(async (fact) => {
      if (isBroken) throw new Error('the disk is full')
      return take(fact)
    })
    await at.feed.lookDue()
    expect(at.log.join()).toContain('the disk is full')
    isBroken = false
    at.pass(2 * MINUTE_MS)
    await at.feed.lookDue()
    expect(at.taken.length).toBeGreaterThan(0)
  })
})

test('[FEED-05] three days without a message are caught up with, once each', async () => {
  await inFeed(makeSqlite, async (at) => {
    expect(await at.feed.catchUp()).toBe(0)
    at.processor.messageFaults.push(...Array.from({ length: 4 }, () => 'drop' as const))
    const id = await pay(at.processor)
    expect(await countOf(at, 'payment_event')).toBe(0)
    at.pass(3 * DAY_MS)
    at.processor.callFaults.push('no-connection', 'no-connection', 'no-connection')
    expect(await at.feed.catchUp()).toBeNull()
    expect(await caughtUpAt(at.storage.read, 'emulator')).toBe(start)
    expect(await at.feed.catchUp()).toBe(3)
    expect(await at.feed.catchUp()).toBe(0)
    at.feed.follow(books(at))
    await at.feed.lookDue()
    await at.feed.stop()
    expect(at.taken).toContainEqual(
      expect.objectContaining({ payment: expect.objectContaining({ id, state: 'succeeded' }) }),
    )
  })
})

test('[FEED-05] whoever was away for longer than messages are kept hears of it', async () => {
  await inFeed(makeSqlite, async (at) => {
    await at.feed.catchUp()
    at.pass(31 * DAY_MS)
    await at.feed.catchUp()
    expect(await alarmsOf(at)).toEqual(['too-late'])
  })
})

test('[FEED-08] a key that is refused is an alarm, once a day, until it is taken again', async () => {
  await inFeed(makeSqlite, async (at) => {
    const { gateway, callFaults } = at.processor
    callFaults.push('key-refused')
    expect(await at.feed.catchUp()).toBeNull()
    expect(gateway.isKeyRefused()).toBe(true)
    callFaults.push('key-refused')
    await at.feed.catchUp()
    expect(await alarmsOf(at)).toEqual(['key-refused'])
    at.pass(DAY_MS)
    expect(await at.feed.catchUp()).not.toBeNull()
    expect(gateway.isKeyRefused()).toBe(false)
    expect(await alarmsOf(at)).toEqual(['key-refused'])
  })
})

test('[FEED-06] kinds, states and versions that are newer than this code are stored and break nothing', async () => {
  await inFeed(makeSqlite, async (at) => {
    at.feed.follow(books(at))
    const object = { id: 'xx_1', object: 'teleporter', status: 'appeal_needs_response' }
    expect(await at.send({ id: 'evt_1', type: 'teleporter.moved', data: { object } })).toBe(
      'stored',
    )
    expect(await at.send({ id: 'evt_2', data: {} })).toBe('stored')
    expect(await at.send({ id: 'evt_3', api_version: '2031-01-01.wombat' })).toBe('stored')
    expect(await countOf(at, 'payment_event')).toBe(3)
    expect(await alarmsOf(at)).toContain('other-version')
    expect(at.log).toEqual([])
  })
})

test('[FEED-07] each step of a dispute is an alarm, once', async () => {
  await inFeed(makeSqlite, async (at) => {
    const { gateway, press } = at.processor
    at.feed.follow(withDisputes(at.storage, () => start, books(at)))
    const command = { payerId: 'mem_ada', email: 'ada@example.com', name: 'Ada' }
    const payer = given(await gateway.payers.ensure(command, 'v1:cus:mem_ada')).id
    const urls = { returnUrl: 'http://portal.example/a', cancelUrl: 'http://portal.example/b' }
    const asked = { attemptId: 'att_1', payer, amount: money(4_200, 'EUR'), keepsMethod: false }
    const page = await gateway.checkout.create({ ...asked, title: 'Bill 7', ...urls }, 'v1:cos:1')
    await press(given(page).id, 'disputed')
    await at.feed.lookDue()
    const told = await at.storage.read.selectFrom('payment_alarm').select('detail').execute()
    const dispute = must(/dp_\w+/.exec(told[0]?.detail ?? '')?.[0], 'it is named')
    expect(told).toEqual([
      {
        detail: expect.stringMatching(
          /^€42.00 of pi_\w+ \(dp_\w+\), needs-response, due 2026-12-03$/,
        ),
      },
    ])
    given(await gateway.disputes.submitEvidence(dispute, 'winning_evidence', 'v1:dsp:1'))
    await at.feed.lookDue()
    expect(await alarmsOf(at)).toEqual(['disputed', 'disputed'])
    // What becomes of the payment is the matter of the books.
    expect(at.taken.filter(({ kind }) => kind === 'dispute')).toHaveLength(2)
  })
})
