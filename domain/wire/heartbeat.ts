/**
 * Notices a link that is dead without having closed. Whoever heard nothing for a while asks; an unanswered question means a dead link.
 * Whoever only listens asks as well, because the other side has to hear something too.
 *
 * It counts from its own question, not from the last thing heard: a tab that the browser slept for a minute, or a laptop
 * that wakes up, asks first instead of giving up a link that is fine. Anything heard answers: behind a large document on a slow link
 * the pong itself may be long on its way.
 */
export interface Heartbeat {
  readonly heardAt: number
  /** When the last question went out, or when the link opened. */
  readonly saidAt: number
  /** When the unanswered question went out; null when there is none. */
  readonly askedAt: number | null
}

export type HeartbeatVerdict = 'fine' | 'ask' | 'dead'

/** Silence before asking, and then before giving up: together with a tick a second, under 20 s. */
export const ASK_AFTER_MS = 8_000
export const DEAD_AFTER_MS = 10_000

export function makeHeartbeat(at: number): Heartbeat {
  return { heardAt: at, saidAt: at, askedAt: null }
}

/** Anything at all came from the peer. */
export function heard(beat: Heartbeat, at: number): Heartbeat {
  return { ...beat, heardAt: at, askedAt: null }
}

/** Looks at the clock: `ask` means send a ping now. `at` is in ms of a clock that does not jump. */
export function stepHeartbeat(
  beat: Heartbeat,
  at: number,
): { readonly beat: Heartbeat; readonly verdict: HeartbeatVerdict } {
  if (beat.askedAt !== null) {
    return { beat, verdict: at - beat.askedAt >= DEAD_AFTER_MS ? 'dead' : 'fine' }
  }
  const isQuiet = at - beat.heardAt >= ASK_AFTER_MS || at - beat.saidAt >= ASK_AFTER_MS
  if (!isQuiet) return { beat, verdict: 'fine' }
  return { beat: { ...beat, saidAt: at, askedAt: at }, verdict: 'ask' }
}
