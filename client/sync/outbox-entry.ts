import type { OutboxEntry } from '../../domain/wire/outbox.ts'
import type { IntentRow } from '../store/rows.ts'

/** No undo window is longer: a wish held longer is the work of a clock that was set back. */
const HELD_MS_MAX = 60_000

/** Inside its undo window, which this device's own clock measures. */
export function isHeld({ sendAfter }: IntentRow): boolean {
  const wait = sendAfter - Date.now()
  return wait > 0 && wait <= HELD_MS_MAX
}

/** A row as the machine knows it. */
export function toEntry(row: IntentRow): OutboxEntry {
  const { id, seq, state, intent, settledAt, wasSent } = row
  const entry = {
    id,
    seq,
    state,
    isCarried: false,
    isHeld: isHeld(row),
    deadlineAt: intent.deadlineAt,
    bytes: JSON.stringify(intent).length,
    wasSent,
    settledAt,
  }
  return entry
}
