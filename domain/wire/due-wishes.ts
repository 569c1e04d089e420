/**
 * Which wishes to write into the array now: as many as it has room for. Strictly by seq, and one that is held keeps back those after
 * it, because "received up to seq" is true only if no lower one can still be on its way.
 */
import type { IntentId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import type { OutboxEntry } from './outbox.ts'

/** Bytes of wishes in the array at once: below the document's cap, with room for what Yjs adds. */
export const CARRIED_BYTES_MAX = 192_000

export function dueIds(
  entries: readonly OutboxEntry[],
  acknowledgementsDue: number,
): Set<IntentId> {
  const carried = entries.filter((entry) => entry.isCarried)
  const seqSent = Math.max(0, ...carried.map(({ seq }) => seq))
  let bytes = carried.reduce((sum, entry) => sum + entry.bytes, 0)
  const due = new Set<IntentId>()
  for (const entry of entries) {
    if (entry.isCarried || isDone(entry)) continue
    const count = carried.length + due.size
    const isFull =
      count >= limits.outboxIntentsMax || (count > 0 && bytes + entry.bytes > CARRIED_BYTES_MAX)
    // A late one, sent again, waits until no acknowledgement is due, because that might name a higher seq.
    const isLate = entry.seq < seqSent && acknowledgementsDue > 0
    if (entry.isHeld || isFull || isLate) break
    bytes += entry.bytes
    due.add(entry.id)
  }
  return due
}

/** The server has decided, or nobody will. */
export function isDone({ state }: OutboxEntry): boolean {
  return state === 'settled' || state === 'expired'
}
