/**
 * Asks the processor what the things are by now that it told of, one at a time each, and hands the answer to the books. What a message says
 * itself is never used: it may be late, early, doubled or turned round. Several messages about one thing are one look.
 */
import { type Instant, MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import type { Storage } from '../../storage/storage.ts'
import type { GatewayAnswer, GatewayFact, PaymentGateway, Subject, TakeFact } from '../gateway.ts'
import { type AlarmKind, raise } from './alarms.ts'

interface LookPorts {
  readonly storage: Storage
  readonly gateway: PaymentGateway
  readonly takeFact: TakeFact
  now(): Instant
  log(line: string): void
}

interface Leased {
  readonly subject: Subject
  readonly wanted: number
  readonly attempts: number
}

/** Longer than a call with all its repeats takes; a server that dies meanwhile leaves the thing to the next. */
const LEASE_MS = 2 * MINUTE_MS
/** A minute, then twice as long each time, up to a day; a month of that, and it is given up aloud. */
const PAUSE_MS = MINUTE_MS
const PAUSE_MS_MAX = 24 * 60 * MINUTE_MS
const ATTEMPTS_MAX = 40

/** Looks at everything that is due; gives how many looks that were. */
export async function lookAgain(ports: LookPorts, isStopped: () => boolean): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const leased = isStopped() ? null : await lease(ports)
    if (leased === null) return looks
    await finish(ports, leased, await look(ports, leased.subject))
  }
}

async function lease({ storage, now }: LookPorts): Promise<Leased | null> {
  return storage.transaction(async (tx) => {
    const at = now()
    const due = tx
      .selectFrom('payment_subject')
      .selectAll()
      .where('look_at', '<=', at)
      .where('leased_until', '<=', at)
      .whereRef('done', '<', 'wanted')
      .orderBy('look_at')
      .limit(1)
    const locked = storage.engine === 'postgres' ? due.forUpdate().skipLocked() : due
    const row = await locked.executeTakeFirst()
    if (row === undefined) return null
    await tx
      .updateTable('payment_subject')
      .set({ leased_until: at + LEASE_MS })
      .where('id', '=', row.id)
      .execute()
    const subject = { kind: row.kind as Subject['kind'], id: row.id } // written by the store of messages alone
    return { subject, wanted: row.wanted, attempts: row.attempts }
  })
}

type Looked = 'done' | 'again' | Extract<AlarmKind, 'not-there'>

async function look({ gateway, takeFact, log }: LookPorts, subject: Subject): Promise<Looked> {
  try {
    const answer: GatewayAnswer<GatewayFact | null> = await gateway.feed.fetch(subject)
    if (!answer.ok) return answer.kind === 'invalid' ? 'not-there' : 'again'
    if (answer.value === null) return 'done'
    return (await takeFact(answer.value)) === 'taken' ? 'done' : 'again'
  } catch (error) {
    log(`What was told of ${subject.id} is tried again: ${String(error)}`)
    return 'again'
  }
}

async function finish(ports: LookPorts, leased: Leased, looked: Looked): Promise<void> {
  const { subject, wanted, attempts } = leased
  const isGivenUp = looked === 'again' && attempts + 1 >= ATTEMPTS_MAX
  const pause = Math.min(PAUSE_MS * 2 ** attempts, PAUSE_MS_MAX)
  await ports.storage.transaction(async (tx) => {
    const at = ports.now()
    const changed =
      looked === 'again' && !isGivenUp
        ? { attempts: attempts + 1, look_at: toInstant(at + pause), leased_until: 0 }
        : { done: wanted, attempts: 0, leased_until: 0 }
    await tx
      .updateTable('payment_subject')
      .set(changed)
      .where('id', '=', subject.id)
      // More was told meanwhile: it is looked at once more, at once.
      .where('wanted', '=', wanted)
      .execute()
    await tx
      .updateTable('payment_subject')
      .set({ leased_until: 0 })
      .where('id', '=', subject.id)
      .execute()
    const alarm = looked === 'not-there' ? looked : isGivenUp ? 'never-ours' : null
    if (alarm !== null) await raise(tx, { kind: alarm, about: subject.id, at })
  })
}
