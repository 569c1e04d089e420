import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import { words } from '../../ui/team-words.ts'

/** Who runs the space sees what only waits: for its money, for an answer. Members are told that it is held for them. */
export function stateWord({ state, isToPay }: Arrival): string {
  if (isToPay === true) return words.prepaid.heldNotPaid
  return state === 'held' ? words.calendar.held : words.states.words[state]
}
