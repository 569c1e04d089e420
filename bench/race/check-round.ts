/** What the tables say about one round, beside what the racers were told. */
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Storage } from '../../sync-server/storage/storage.ts'
import type { Slot } from './slots.ts'

export interface RoundCheck {
  /** Live claims that overlap the slot. */
  readonly sold: number
  readonly winner: string | null
  /** Racers to whom something else was said than is stored. */
  readonly toldWrong: number
}

export async function checkRound(
  { read }: Storage,
  { choice }: Slot,
  told: readonly SettledIntent[],
): Promise<RoundCheck> {
  const claims = await read
    .selectFrom('claim')
    .innerJoin('booking', 'booking.id', 'claim.booking_id')
    .select(['booking.intent_id', 'booking.member_id', 'booking.state'])
    .where('claim.resource_id', '=', choice.resourceId)
    .where('claim.released_at', 'is', null)
    .where('claim.ends_at', '>', choice.interval.startsAt)
    .where('claim.starts_at', '<', choice.interval.endsAt)
    .execute()
  const rows = await read
    .selectFrom('intent')
    .select(['id', 'settled'])
    .where(
      'id',
      'in',
      told.map((one) => one.intentId),
    )
    .execute()
  const stored = new Map(rows.map((row) => [row.id, JSON.parse(row.settled ?? 'null') as unknown]))
  const holders = new Set(claims.map((claim) => claim.intent_id))
  const isRight = (one: SettledIntent) =>
    isSame(one, stored.get(one.intentId)) &&
    (one.outcome.kind === 'confirmed') === holders.has(one.intentId)
  return {
    sold: claims.length,
    winner: claims[0]?.member_id ?? null,
    toldWrong: told.filter((one) => !isRight(one)).length,
  }
}

/** Equal as JSON, whatever the order of the keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const entries = Object.entries(a)
  const other = new Map(Object.entries(b))
  return (
    entries.length === other.size && entries.every(([key, value]) => isSame(value, other.get(key)))
  )
}
