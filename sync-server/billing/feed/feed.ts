/**
 * What the processor tells, from the door to the books:
 *
 *   message ─▶ proven ─▶ stored once, by its id ─▶ 200        (nothing else happens before the answer)
 *                              └─▶ its subject is looked at again ─▶ fact ─▶ books
 *   every few minutes: the processor's own list ─▶ what was missed takes the same way
 */
import { type Instant, MINUTE_MS } from '../../../domain/values/instant.ts'
import type { Storage } from '../../storage/storage.ts'
import type { PaymentGateway, TakeFact, VerifiedEvent } from '../gateway.ts'
import { raiseAlone } from './alarms.ts'
import { catchUp } from './catch-up.ts'
import { lookAgain } from './look-again.ts'
import { makeEventStore, type Stored } from './store-events.ts'

export interface FeedPorts {
  readonly storage: Storage
  readonly gateway: PaymentGateway
  now(): Instant
  after(ms: number, work: () => void): () => void
  log(line: string): void
}

export interface Feed {
  receive(rawBody: string, signature: string): Promise<Stored | 'refused' | 'busy'>
  /** From now on what is told is taken by these books. Looks at what waits, and goes on until it is stopped. */
  follow(takeFact: TakeFact): void
  /** Looks at everything that is due now; gives how many looks that were. */
  lookDue(): Promise<number>
  /** Asks for what was missed; null when it could not be asked. */
  catchUp(): Promise<number | null>
  stop(): Promise<void>
}

const CATCH_UP_EVERY_MS = 5 * MINUTE_MS
/** How often to look for what another server noted, or a pause made due. */
const LOOK_EVERY_MS = 2_000

export function makeFeed(ports: FeedPorts): Feed {
  const { storage, gateway, now, after, log } = ports
  const events = makeEventStore({ storage, apiVersion: gateway.apiVersion, now })
  let books: TakeFact | null = null
  let looking: Promise<unknown> = Promise.resolve()
  let isStopped = false
  let isAsked = false
  let refusedOn = ''
  const timers = new Set<() => void>()

  async function receive(rawBody: string, signature: string) {
    const event = await gateway.feed.verify(rawBody, signature)
    if (event === null) return refuse('bad-signature')
    if (event.isLive !== (gateway.mode === 'stripe-live')) return refuse('other-half')
    return keep(event, rawBody)
  }

  async function keep(event: VerifiedEvent, body: string) {
    const stored = await events.store({ event, body })
    if (stored === 'stored') wake()
    return stored ?? 'busy'
  }

  /** Once a day, so that nobody fills the disk by sending nonsense. */
  async function refuse(kind: 'bad-signature' | 'other-half'): Promise<'refused'> {
    const day = new Date(now()).toISOString().slice(0, 10)
    if (refusedOn !== `${kind}:${day}`) {
      refusedOn = `${kind}:${day}`
      await raiseAlone(storage, { kind, about: day, at: now() })
    }
    return 'refused'
  }

  async function lookDue(): Promise<number> {
    if (books === null) return 0
    return lookAgain({ storage, gateway, takeFact: books, now, log }, () => isStopped)
  }

  /** One look at a time; what is wished for meanwhile is one more. */
  function wake(): void {
    if (isAsked || isStopped || books === null) return
    isAsked = true
    looking = looking
      .then(() => {
        isAsked = false
        return lookDue()
      })
      .catch((error: unknown) => log(`Payments wait: ${String(error)}`))
  }

  function every(ms: number, work: () => void): void {
    const cancel = after(ms, () => {
      timers.delete(cancel)
      if (isStopped) return
      work()
      every(ms, work)
    })
    timers.add(cancel)
  }

  const catchUpNow = () => catchUp({ storage, gateway, events, now })

  function catchUpLater(): void {
    looking = looking
      .then(catchUpNow)
      .then((found) => {
        if (found !== null && found > 0) wake()
      })
      .catch((error: unknown) => log(`Payments wait: ${String(error)}`))
  }

  return {
    ...{ receive, lookDue, catchUp: catchUpNow },
    follow: (takeFact) => {
      books = takeFact
      wake()
      catchUpLater()
      every(LOOK_EVERY_MS, wake)
      every(CATCH_UP_EVERY_MS, catchUpLater)
    },
    stop: async () => {
      isStopped = true
      for (const cancel of timers) cancel()
      await looking
    },
  }
}
