/**
 * Guests are known for as long as the location keeps them (D-60). Once a day their names leave bookings that have been over for so long, and the
 * wishes that brought them; every document that told of them begins anew, because its log would go on telling.
 *
 *   every hour ─▶ job of that day ─▶ part by part: bookings · wishes · their outboxes ─▶ documents, told anew
 */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { DAY_MS, HOUR_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { readHeads } from '../storage/document-log.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { bookingsNamingGuests } from '../storage/naming-guests.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'
import { type Clock, every } from '../sync/clock.ts'
import { silenceOldWishes } from './silence-wishes.ts'

export const FORGET_GUESTS = 'guests.forget'
/** Bookings of one transaction: nobody waits long behind it. */
const PART = 100

/** Beside everything else: a day on which no server ran is made up for by the next. */
export function keepForgettingGuests(
  storage: Storage,
  clock: Clock,
  log: (line: string) => void,
): () => void {
  return every(clock, HOUR_MS, async () => {
    const job = forgetGuestsOn(toInstant(clock.now()))
    await storage
      .transaction((tx) => enqueue(tx, [job]))
      .catch((error: unknown) => log(`No guest was forgotten: ${String(error)}`))
  })
}

/** One a day, however often it is asked for. */
export function forgetGuestsOn(now: Instant): Job {
  const key = `${FORGET_GUESTS}:${Math.floor(now / DAY_MS)}`
  return { key, kind: FORGET_GUESTS, runAt: now, body: {} }
}

export async function forgetGuests(settlement: Settlement): Promise<void> {
  for (let isMore = true; isMore; ) {
    await settlement.act(async (tx, now) => {
      const bookings = await bookingsToSilence(tx, await loadKept(tx), now)
      isMore = bookings.length > 0
      return silenced(tx, bookings)
    })
  }
  for (let after: string | null = ''; after !== null; ) {
    await settlement.act(async (tx, now) => {
      after = await silenceOldWishes(tx, await loadKept(tx), now, after ?? '')
      return []
    })
  }
}

/** For how long each location knows its guests, ms. */
export type Kept = ReadonlyMap<string, number>

async function loadKept(reader: Reader): Promise<Kept> {
  const kept = new Map<string, number>()
  for (const { id } of await reader.selectFrom('site').select('id').execute()) {
    const site = await loadSite(reader, id)
    if (site !== null) kept.set(id, site.guests.keptDays * DAY_MS)
  }
  return kept
}

async function bookingsToSilence(tx: Tx, kept: Kept, now: Instant): Promise<readonly Booking[]> {
  const found: Booking[] = []
  for (const [siteId, keptMs] of kept) {
    found.push(...(await bookingsNamingGuests(tx, siteId, now - keptMs, PART)))
  }
  return found
}

async function silenced(tx: Tx, bookings: readonly Booking[]): Promise<readonly Fact[]> {
  if (bookings.length === 0) return []
  const facts = bookings.map((before): Fact => {
    return { kind: 'booking', booking: { ...before, guests: [] }, before }
  })
  const telling = new Map(
    bookings.flatMap(tellingOf).map((name) => [formatDocumentName(name), name] as const),
  )
  const heads = await readHeads(tx, [...telling.keys()])
  const names = heads.flatMap(({ name }) => telling.get(name) ?? [])
  return [...facts, { kind: 'told-anew', names }]
}

/** The member's own story, and the list of the desk for each day of it. */
function tellingOf({ memberId, siteId, wall }: Booking): readonly DocumentName[] {
  const dates: LocalDate[] = []
  for (let date = wall.start.date; date <= wall.end.date; date = addDays(date, 1)) dates.push(date)
  return [
    { kind: 'member', memberId },
    ...dates.map((date): DocumentName => ({ kind: 'desk', siteId, date })),
  ]
}
