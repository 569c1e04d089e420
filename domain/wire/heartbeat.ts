/**
 * Notices a link that is dead without having closed. Whoever heard nothing for a while asks; an unanswered question means a dead link.
 *
 * It counts from its own question, not from the last thing heard: a tab that the browser slept for a minute, or a laptop
 * that wakes up, asks first instead of giving up a link that is fine.
 */
export interface Heartbeat {
  readonly heardAt: number
  /** When the unanswered question went out; null when there is none. */
  readonly askedAt: number | null
}

export type HeartbeatVerdict = 'fine' | 'ask' | 'dead'

/** Silence before asking, and then before giving up: together with a tick a second, under 20 s. */
export const ASK_AFTER_MS = 8_000
export const DEAD_AFTER_MS = 10_000

export function makeHeartbeat(at: number): Heartbeat {
  return { heardAt: at, askedAt: null }
}

/** Anything at all came from the peer. */
export function heard(at: number): Heartbeat {
  return { heardAt: at, askedAt: null }
}

/** Looks at the clock: `ask` means send a ping now. `at` is in ms of a clock that does not jump. */
export function stepHeartbeat(
  beat: Heartbeat,
  at: number,
): { readonly beat: Heartbeat; readonly verdict: HeartbeatVerdict } {
  if (beat.askedAt !== null) {
    return { beat, verdict: at - beat.askedAt >= DEAD_AFTER_MS ? 'dead' : 'fine' }
  }
  if (at - beat.heardAt < ASK_AFTER_MS) return { beat, verdict: 'fine' }
  return { beat: { ...beat, askedAt: at }, verdict: 'ask' }
}
