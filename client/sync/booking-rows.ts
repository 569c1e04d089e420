/**
 * Derives what the member sees from what the space said and from this device's own wishes. Always inside the transaction that changes
 * either of them, so that no screen ever sees one without the other.
 */
import { bookingView, type OwnIntent } from '../../domain/bookings/booking-view.ts'
import { favouritesOf } from '../../domain/bookings/usual/favourites.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { IntentRow } from '../store/rows.ts'

/** The tables that `writeBookingRows` needs in its transaction. */
export function bookingTables(db: PortalDatabase) {
  return [db.intents, db.facts, db.bookings, db.me]
}

/** Only rows that changed are written: whoever shows another one is left in peace. */
export async function writeBookingRows(db: PortalDatabase, now: Instant): Promise<void> {
  const facts = await db.facts.get('me')
  const intents = (await db.intents.toArray()).map((row) => toOwnIntent(row, now))
  const nothing = { bookings: [], series: [], waits: [], settled: [] }
  const { bookings, series, waits, settled } = facts ?? nothing
  const rows = bookingView({ bookings, series, waits, settled, intents, now })
  const stored = new Map((await db.bookings.toArray()).map((row) => [row.id, row]))
  const changed = rows.filter((row) => JSON.stringify(stored.get(row.id)) !== JSON.stringify(row))
  for (const { id } of rows) stored.delete(id)
  if (stored.size > 0) await db.bookings.bulkDelete([...stored.keys()])
  if (changed.length > 0) await db.bookings.bulkPut(changed)
  await writeFavourites(db, facts?.favourites ?? [], intents)
}

async function writeFavourites(
  db: PortalDatabase,
  known: readonly ResourceId[],
  intents: readonly OwnIntent[],
): Promise<void> {
  const me = await db.me.get('me')
  if (me === undefined) return
  const open = intents.filter(({ state }) => state === 'saved' || state === 'received')
  const favourites = favouritesOf(
    known,
    open.map(({ intent }) => intent),
  )
  const isSame = JSON.stringify(favourites) === JSON.stringify(me.favourites)
  if (!isSame) await db.me.put({ ...me, favourites })
}

/**
 * A wish past its deadline shows as too late already without a network. Its row stays as it is, because this device's clock may be
 * wrong: whether it is sent after all is decided with the space's own time.
 */
function toOwnIntent({ intent, state, settled }: IntentRow, now: Instant): OwnIntent {
  const isTooLate = state === 'saved' && intent.deadlineAt <= now
  return { intent, state: isTooLate ? 'expired' : state, settled }
}
