/**
 * Reads what the processor has told since it was last asked, as its own list has it: messages that never arrived, of days of silence or from
 * before a restored backup, take the same way as any other.
 */
import { DAY_MS, type Instant, MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Reader, Storage } from '../../storage/storage.ts'
import type { PaymentGateway } from '../gateway.ts'
import { raiseAlone } from './alarms.ts'
import type { EventStore } from './store-events.ts'

/** Messages get into the list a little later than their time says. */
const OVERLAP_MS = 10 * MINUTE_MS
/** The processor forgets messages after thirty days. */
const KEPT_MS = 30 * DAY_MS
/** Pages of a hundred: more than a space hears of in a month. */
const PAGES_MAX = 500

/** Until when everything that was told is known here; null before the first time. */
export async function caughtUpAt(reader: Reader, mode: string): Promise<Instant | null> {
  const text = await readSetting(reader, `payments.${mode}.caught-up`)
  return text === null ? null : toInstant(Number(text))
}

interface CatchUpPorts {
  readonly storage: Storage
  readonly gateway: PaymentGateway
  readonly events: EventStore
  now(): Instant
}

/** Gives how many messages were new; null when the processor could not be asked, or not to the end. */
export async function catchUp(ports: CatchUpPorts): Promise<number | null> {
  const { storage, gateway, events } = ports
  const now = ports.now()
  const last = await caughtUpAt(storage.read, gateway.mode)
  if (last !== null && now - last > KEPT_MS) {
    await raiseAlone(storage, { kind: 'too-late', about: new Date(last).toISOString(), at: now })
  }
  const since = toInstant((last ?? now) - OVERLAP_MS)
  let found = 0
  let after: string | null = null
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const answer = await gateway.feed.listSince(since, after)
    if (!answer.ok) {
      await tellOfKey(ports, now)
      return null
    }
    for (const event of answer.value.items) {
      const stored = await events.store({ event, body: '' })
      if (stored === null) return null
      if (stored === 'stored') found += 1
    }
    after = answer.value.next
    if (after !== null) continue
    await storage.transaction((tx) =>
      writeSetting(tx, `payments.${gateway.mode}.caught-up`, String(now)),
    )
    return found
  }
  return null
}

/** Once a day: whoever keeps the books sees it beside the books, and a watchdog in `/healthz`. */
async function tellOfKey({ storage, gateway }: CatchUpPorts, at: Instant): Promise<void> {
  if (!gateway.isKeyRefused()) return
  const about = new Date(at).toISOString().slice(0, 10)
  await raiseAlone(storage, { kind: 'key-refused', about, at })
}
