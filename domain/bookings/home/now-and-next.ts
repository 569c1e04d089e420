/** What of a member's bookings stands on Today: what comes next, and what waits for a word of theirs. */
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { BookingViewRow, BookingViewState } from '../booking-view-row.ts'

type Row = Pick<BookingViewRow, 'id' | 'state' | 'wish' | 'date' | 'startsAt' | 'endsAt'>

const needing: readonly BookingViewState[] = [
  'refused',
  'ask-again',
  'expired',
  'held',
  'to-pay',
  'offered',
  'no-show',
  'declined',
  'unanswered',
]
const over: readonly BookingViewState[] = ['cancelled', 'lapsed', 'not-paid']
/** More than this is a list, and the list has a page of its own. */
const NEXT_MAX = 3

/** All that is ahead, in order of time, without what needs a word first. */
export function comingRows<R extends Row>(rows: readonly R[], now: Instant): readonly R[] {
  return rows.filter((row) => isAhead(row, now) && !needing.includes(row.state))
}

export function nextRows<R extends Row>(coming: readonly R[], today: LocalDate): readonly R[] {
  const ofToday = coming.filter(({ date }) => date <= today)
  return ofToday.length > 0 ? ofToday.slice(0, NEXT_MAX) : coming.slice(0, 1)
}

/** An offer runs out, and a hold does; who has said no to an offer is not asked again. */
export function needingRows<R extends Row>(
  rows: readonly R[],
  now: Instant,
  isPutAway: (id: string) => boolean,
): readonly R[] {
  const found = rows.filter(
    (row) =>
      isAhead(row, now) &&
      needing.includes(row.state) &&
      !isPutAway(row.id) &&
      !(row.state === 'offered' && row.wish === 'cancel'),
  )
  return found.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf({ state }: Row): number {
  if (state === 'to-pay' || state === 'offered') return 0
  return state === 'held' ? 1 : 2
}

function isAhead({ endsAt, state }: Row, now: Instant): boolean {
  return endsAt > now && !over.includes(state)
}
