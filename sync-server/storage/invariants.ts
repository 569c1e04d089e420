/** What must hold in SQL at any moment. Each check gives the ids that break it: an empty list is the proof. */
import { sql } from 'kysely'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { KnownUse, Lot } from '../../domain/bookings/lots/lot.ts'
import { usedOf, usesOf } from '../../domain/bookings/lots/use-of.ts'
import { isLateBooking } from '../../domain/bookings/prepaid/late-booking.ts'
import { type BookingId, bookingIdOfWait, type WaitId } from '../../domain/values/ids.ts'
import { billInvariants } from './bill-invariants.ts'
import { type Claim, claimsOf } from './claims.ts'
import { paperInvariants } from './paper-invariants.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export interface InvariantCheck {
  readonly title: string
  violations(reader: Reader): Promise<readonly string[]>
}

async function ids(reader: Reader, query: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`${sql.raw(query)}`.execute(reader)
  return found.rows.map((row) => row.id)
}

const live = `('held', 'confirmed', 'checked-in')`

export const invariants: readonly InvariantCheck[] = [
  {
    title: 'no two live claims overlap on one unit',
    violations: (reader) =>
      ids(
        reader,
        `select a.booking_id as id from claim a join claim b on a.resource_id = b.resource_id and a.unit = b.unit
          and a.booking_id < b.booking_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
          where a.released_at is null and b.released_at is null`,
      ),
  },
  {
    title: 'live bookings hold a claim over exactly their time, others hold none',
    violations: (reader) =>
      ids(
        reader,
        `select b.id as id from booking b left join claim c on c.booking_id = b.id and c.released_at is null
          and c.resource_id = b.resource_id and c.starts_at = b.starts_at and c.ends_at = b.ends_at
          where (b.state in ${live}) <> (c.booking_id is not null)`,
      ),
  },
  {
    title: 'live bookings hold the parts of their place too, and nothing else',
    violations: async (reader) => {
      const bookings = await liveBookings(reader)
      const claims = await reader
        .selectFrom('claim')
        .select(['booking_id', 'resource_id', 'unit', 'starts_at', 'ends_at'])
        .where('released_at', 'is', null)
        .execute()
      const held = groupedTexts(claims)
      return bookings.flatMap((booking) => {
        const wanted = groupedTexts(claimsOf(booking)).get(booking.id)
        return wanted?.join() === held.get(booking.id)?.join() ? [] : [booking.id]
      })
    },
  },
  {
    title: 'every offer is a hold, and nothing is offered to who does not wait',
    violations: (reader) =>
      ids(
        reader,
        `select w.id as id from wait w left join booking b
          on b.id = 'bkg_' || substr(w.id, 5) and b.state = 'held' and b.member_id = w.member_id
          where w.state = 'offered' and b.id is null`,
      ),
  },
  {
    title: 'every booking comes from a settled intent',
    violations: (reader) =>
      ids(
        reader,
        `select b.id as id from booking b left join intent i on i.id = b.intent_id where i.settled_at is null`,
      ),
  },
  {
    title: 'document rows follow each other without a gap up to the head',
    violations: (reader) =>
      ids(
        reader,
        // Old rows of a draft are joined; those of any other document are all there.
        `select h.name as id from document_head h
          left join (select document, count(*) as rows, min(n) as first from document_row group by document) r
            on r.document = h.id
          where h.n <> coalesce(r.first, 1) - 1 + coalesce(r.rows, 0)
            or (coalesce(r.first, 1) <> 1 and h.name not like 'plan/%')`,
      ),
  },
  {
    title: 'a booking that is over holds no claim, and none was given back and taken again',
    violations: (reader) =>
      ids(
        reader,
        `select c.booking_id as id from claim c join booking b on b.id = c.booking_id
          where c.released_at is null and b.state not in ${live}`,
      ),
  },
  {
    title: 'every claim is of one resource that exists, and of a unit it has',
    violations: (reader) =>
      ids(
        reader,
        `select c.booking_id as id from claim c left join resource r on r.id = c.resource_id
          where r.id is null or c.unit < 1`,
      ),
  },
  {
    title: 'every outcome is of its own wish, decided at the time that is noted',
    violations: async (reader) => {
      const rows = await reader
        .selectFrom('intent')
        .select(['id', 'settled', 'settled_at'])
        .where('settled', 'is not', null)
        .execute()
      return rows.flatMap(({ id, settled, settled_at }) => {
        const outcome = JSON.parse(settled ?? '{}') as { intentId?: unknown; settledAt?: unknown }
        return outcome.intentId === id && outcome.settledAt === settled_at ? [] : [id]
      })
    },
  },
  {
    title: 'every booking of a confirmed wish is the one its outcome names',
    violations: async (reader) => {
      const rows = await reader
        .selectFrom('intent')
        .leftJoin('booking', 'booking.intent_id', 'intent.id')
        .select(['intent.id', 'intent.settled', 'booking.id as booking'])
        .where('intent.kind', '=', 'booking.request')
        .where('intent.settled', 'is not', null)
        .execute()
      return rows.flatMap(({ id, settled, booking }) => {
        // Paid when it had lapsed: a booking beside the one that its outcome names.
        if (booking !== null && isLateBooking(booking)) return []
        const { outcome } = JSON.parse(settled ?? '{}') as { outcome?: { bookingId?: unknown } }
        return (outcome?.bookingId ?? null) === booking ? [] : [id]
      })
    },
  },
  {
    title: 'what is used of lots is what bookings say',
    violations: async (reader) => {
      const rows = await reader.selectFrom('booking').select('body').execute()
      const said = rows.map((row) => parseKept<Booking>(row.body)).flatMap(usesOf)
      const kept = await reader.selectFrom('lot_use').select('body').execute()
      const texts = new Set(said.map((use) => JSON.stringify(use)))
      const strays = kept.flatMap(({ body }) => (texts.has(body) ? [] : [body]))
      return kept.length === said.length ? strays : [...strays, `${said.length} uses said`]
    },
  },
  {
    title: 'no lot is used beyond its amount',
    violations: async (reader) => {
      const lots = await reader.selectFrom('lot').select('body').execute()
      const rows = await reader.selectFrom('lot_use').select('body').execute()
      const uses = rows.map((row) => parseKept<KnownUse>(row.body))
      return lots
        .map((row) => parseKept<Lot>(row.body))
        .flatMap(({ id, amount }) => (usedOf(id, uses) <= amount ? [] : [id]))
    },
  },
  {
    title: 'the bookings of a series are those its outcome names',
    violations: async (reader) => {
      const wishes = await reader
        .selectFrom('intent')
        .select(['id', 'settled'])
        .where('kind', 'like', 'series.%')
        .where('settled', 'is not', null)
        .execute()
      const bookings = await reader.selectFrom('booking').select(['id', 'intent_id']).execute()
      return wishes.flatMap(({ id, settled }) => {
        const { outcome } = JSON.parse(settled ?? '{}') as { outcome?: NamedBookings }
        const named = (outcome?.occurrences ?? []).flatMap(({ bookingId, waitId, held }) => [
          ...(bookingId === undefined ? [] : [bookingId]),
          ...(waitId === undefined ? [] : [bookingIdOfWait(waitId)]),
          ...(held === undefined ? [] : [held.bookingId]),
        ])
        const made = bookings.filter((one) => one.intent_id === id).map((one) => one.id)
        // Paid when they had lapsed: bookings beside those that it names.
        const isKnown = (one: string) => isLateBooking(one) || named.some((of) => of === one)
        return made.every(isKnown) ? [] : [id]
      })
    },
  },
  ...billInvariants,
  ...paperInvariants,
]

/** What this looks for in an outcome: a change of a series names bookings that an earlier wish made and what waits for its money, a wait the one it may end in. */
interface NamedBookings {
  readonly occurrences?: readonly {
    readonly bookingId?: BookingId
    readonly waitId?: WaitId
    readonly held?: { readonly bookingId: BookingId }
  }[]
}

async function liveBookings(reader: Reader): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('state', 'in', ['held', 'confirmed', 'checked-in'])
    .execute()
  return rows.map((row) => parseKept<Booking>(row.body))
}

/** The claims of each booking as sorted texts, to be compared. */
function groupedTexts(claims: readonly Claim[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>()
  for (const { booking_id, resource_id, unit, starts_at, ends_at } of claims) {
    const known = texts.get(booking_id) ?? []
    texts.set(booking_id, [...known, `${resource_id}.${unit} ${starts_at} ${ends_at}`].sort())
  }
  return texts
}
