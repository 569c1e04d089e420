/**
 * Where a server can die on the way of one wish, in order:
 *
 *   recv ▶ guard ▶ append ▶ appended ▶ ack ▶ settle ▶ decided ▶ settled ▶ broadcast        jobs: job ▶ job-done
 *
 * A plan names one point and how often it is passed before; there the process ends, and whatever it was about to do is not done.
 */
import type { Storage } from '../storage/storage.ts'

export const crashPoints = [
  /** A message came and was not looked at. */
  'recv',
  /** It passed the gate; nothing is being written. */
  'guard',
  /** Its rows are written and not committed. */
  'append',
  /** Committed, not acknowledged. */
  'appended',
  /** Acknowledged; the acknowledgement may or may not arrive. */
  'ack',
  /** The settlement's transaction is about to begin. */
  'settle',
  /** Everything is written and not committed. */
  'decided',
  /** Committed, not broadcast. */
  'settled',
  /** Half of a group is sent. */
  'broadcast',
  'job',
  'job-done',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Called at each point; never comes back from the one at which the process ends. */
export type Reach = (point: CrashPoint) => Promise<void>

/** A storage whose transactions pass three points: before, written, committed. */
export function withCrashPoints(
  storage: Storage,
  [before, written, committed]: readonly [CrashPoint, CrashPoint, CrashPoint],
  reach: Reach,
): Storage {
  return {
    ...storage,
    transaction: async (work) => {
      await reach(before)
      const result = await storage.transaction(async (tx) => {
        const made = await work(tx)
        await reach(written)
        return made
      })
      await reach(committed)
      return result
    },
  }
}
