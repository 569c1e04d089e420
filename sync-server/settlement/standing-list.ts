/**
 * Bookings that a batch asks for again and again, as it wants to see them: read once, then changed with each decision. Whoever holds the
 * rows of a list from before a decision holds them unchanged.
 */
import type { Booking } from '../../domain/bookings/booking.ts'

export interface StandingList<Row> {
  rows(): readonly Row[]
}

export interface StandingLists {
  ofAll<Row>(
    read: readonly Booking[],
    belongs: (booking: Booking) => boolean,
    toRow: (booking: Booking) => Row,
  ): StandingList<Row>
  /** A list of bookings of one member: it is not looked at when anybody else's is decided. */
  ofMember(
    memberId: string,
    read: readonly Booking[],
    belongs: (booking: Booking) => boolean,
  ): StandingList<Booking>
  /** The booking as it is from now on. */
  decide(booking: Booking): void
}

export function makeStandingLists(): StandingLists {
  const ofAll: Deciding[] = []
  const byMember = new Map<string, Deciding[]>()
  return {
    ofAll: (read, belongs, toRow) => {
      const list = makeList(read, belongs, toRow)
      ofAll.push(list)
      return list
    },
    ofMember: (memberId, read, belongs) => {
      const list = makeList(read, belongs, (booking) => booking)
      byMember.set(memberId, [...(byMember.get(memberId) ?? []), list])
      return list
    },
    decide: (booking) => {
      for (const list of ofAll) list.decide(booking)
      for (const list of byMember.get(booking.memberId) ?? []) list.decide(booking)
    },
  }
}

type Deciding = Pick<StandingLists, 'decide'>

function makeList<Row>(
  read: readonly Booking[],
  belongs: (booking: Booking) => boolean,
  toRow: (booking: Booking) => Row,
): StandingList<Row> & Deciding {
  const ids = read.map(({ id }) => id)
  const known = new Set(ids)
  let rows: readonly Row[] = read.map(toRow)
  return {
    rows: () => rows,
    decide: (booking) => {
      const at = known.has(booking.id) ? ids.indexOf(booking.id) : ids.length
      if (belongs(booking)) {
        known.add(booking.id)
        ids[at] = booking.id
        rows = [...rows.slice(0, at), toRow(booking), ...rows.slice(at + 1)]
      } else if (known.delete(booking.id)) {
        ids.splice(at, 1)
        rows = rows.toSpliced(at, 1)
      }
    },
  }
}
