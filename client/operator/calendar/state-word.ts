import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import { words } from '../../ui/words.ts'

/** Who runs the space sees what only waits for its money. */
export function stateWord({ state, isToPay }: Arrival): string {
  return isToPay === true ? words.prepaid.heldNotPaid : words.states.words[state]
}
