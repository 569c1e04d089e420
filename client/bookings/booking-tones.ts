import type { BookingRow } from '../store/rows.ts'
import type { StateTone } from '../ui/state-badge.tsx'

/** How each state of a booking or wish looks, wherever it is shown. */
export const bookingTones: Readonly<Record<BookingRow['state'], StateTone>> = {
  saved: 'held',
  received: 'held',
  held: 'held',
  offered: 'held',
  asked: 'held',
  'to-pay': 'held',
  confirmed: 'mine',
  'checked-in': 'mine',
  completed: 'busy',
  'no-show': 'busy',
  refused: 'problem',
  'ask-again': 'problem',
  expired: 'problem',
  cancelled: 'busy',
  lapsed: 'busy',
  declined: 'problem',
  unanswered: 'problem',
  'not-paid': 'problem',
}
