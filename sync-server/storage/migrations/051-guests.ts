/**
 * Guests are known for thirty days, and nobody has agreed to anything yet. Where somebody is named is found by an index of its own, because
 * few bookings and few wishes name anybody.
 */
import { type Kysely, sql } from 'kysely'
import { NAMES_GUESTS, WISHES_GUESTS } from '../naming-guests.ts'
import { rewriteBodies } from '../rewrite-bodies.ts'

type Guests = readonly Readonly<Record<string, unknown>>[]

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const guests = { keptDays: 30, consent: '' }
  await rewriteBodies(db, 'site', (site) => ({ ...site, guests }))
  await rewriteBodies(db, 'booking', (booking) => {
    const named = booking['guests'] as Guests // every booking has the list
    return { ...booking, guests: named.map((guest) => ({ ...guest, agreedTo: null })) }
  })
  await sql
    .raw(`create index booking_naming_guests on booking (site_id, ends_at)
    where ${NAMES_GUESTS}`)
    .execute(db)
  await sql
    .raw(`create index intent_naming_guests on intent (id)
    where ${WISHES_GUESTS}`)
    .execute(db)
}
