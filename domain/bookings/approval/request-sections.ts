/** `requests/<site>` as sections: `requests` by booking id, with names. Staff alone may read it. */
import type { BookingId, ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Entry, Sections } from '../../values/sections.ts'
import { formatMinute } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { toJson } from '../member-sections.ts'

export interface ApprovalRequest {
  readonly bookingId: BookingId
  readonly resourceId: ResourceId
  readonly memberName: string
  readonly people: number
  readonly note: string
  readonly price: Money
  readonly date: LocalDate
  readonly startText: string
  readonly endText: string
  /** Where the booking is that this would move; null where it asks for a new one. */
  readonly movesFrom: MovedFrom | null
  readonly askedAt: Instant
  /** Unanswered by then, it lapses. */
  readonly answerBy: Instant
}

export interface MovedFrom {
  readonly resourceId: ResourceId
  readonly date: LocalDate
  readonly startText: string
  readonly endText: string
}

/** Null for a booking that waits for nobody's approval. */
export function toRequest(booking: Booking, memberName: string): ApprovalRequest | null {
  if (!isRequest(booking)) return null
  const { id, resourceId, people, note, price, wall, settledAt, holdExpiresAt } = booking
  return {
    ...{ bookingId: id, resourceId, memberName, people, note, price },
    date: wall.start.date,
    startText: formatMinute(wall.start.minute),
    endText: formatMinute(wall.end.minute),
    movesFrom: movedFrom(booking.moves),
    ...{ askedAt: settledAt, answerBy: holdExpiresAt },
  }
}

function movedFrom(moves: Booking['moves']): MovedFrom | null {
  if (moves === null) return null
  const { resourceId, wall } = moves
  return {
    ...{ resourceId, date: wall.start.date },
    startText: formatMinute(wall.start.minute),
    endText: formatMinute(wall.end.minute),
  }
}

export function isRequest(booking: Booking): booking is Extract<Booking, { state: 'held' }> {
  return booking.state === 'held' && booking.heldFor === 'approval'
}

/** What one request adds to the list. */
export function requestEntry(request: ApprovalRequest): Entry {
  return { section: 'requests', key: request.bookingId, value: toJson(request), keeps: 'last' }
}

export function requestSections(requests: readonly ApprovalRequest[]): Sections {
  return { requests: Object.fromEntries(requests.map((one) => [one.bookingId, toJson(one)])) }
}

/** What must be answered first comes first. */
export function readRequests(sections: Sections): readonly ApprovalRequest[] {
  const requests = Object.values(sections['requests'] ?? {}) as unknown as ApprovalRequest[] // written by the server
  return [...requests].sort(
    (a, b) => a.answerBy - b.answerBy || (a.bookingId < b.bookingId ? -1 : 1),
  )
}
