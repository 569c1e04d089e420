import type { Booking } from '../../domain/bookings/booking.ts'
import { inParts } from './in-parts.ts'
import type { Reader } from './storage.ts'

/** Bookings with the names of whose they are, for staff who must decide about each. */
export async function withNames<One extends { readonly booking: Booking }>(
  reader: Reader,
  found: readonly One[],
): Promise<readonly (One & { readonly memberName: string })[]> {
  const names = new Map<string, string>()
  for (const ids of inParts([...new Set(found.map(({ booking }) => booking.memberId))])) {
    const rows = await reader
      .selectFrom('member')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .execute()
    for (const { id, name } of rows) names.set(id, name)
  }
  return found.map((one) => ({
    ...one,
    memberName: names.get(one.booking.memberId) ?? 'Former member',
  }))
}
