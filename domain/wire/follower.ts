/**
 * One followed document, as a pure state machine. Its shell is the client's sync or a simulated member: it sends what the effects
 * ask for and keeps what they apply.
 *
 *   idle ──opened──▶ asking ──following──▶ following ◀─┐
 *                      ▲        ├─rows────▶ catching-up ┤ (last row)
 *                      │        └─snapshot▶ awaiting ───┘ (the snapshot)
 *                      └──────── a row that does not fit ────────┘
 *
 * Guarantee: row n is applied only on n-1 of the same epoch, so what is held is always a prefix of what the server wrote. Frames that
 * come while it asks belong to an earlier answer and are ignored. A row that was seen before is ignored.
 */
import { assertNever } from '../values/assert.ts'
import { type CloseCode, closeCodes } from './close-codes.ts'

export interface Held {
  readonly epoch: string
  readonly n: number
}

export type FollowerState =
  /** Not connected. */
  | { readonly state: 'idle'; readonly held: Held | null }
  | { readonly state: 'asking'; readonly held: Held | null; readonly asked: number }
  /** Rows up to `until` are on their way. */
  | {
      readonly state: 'catching-up'
      readonly held: Held
      readonly until: number
      readonly asked: number
    }
  /** The next frame is the whole document as `next`. */
  | {
      readonly state: 'awaiting-snapshot'
      readonly held: Held | null
      readonly next: Held
      readonly asked: number
    }
  | { readonly state: 'following'; readonly held: Held }
  /** The server will not show it: the code says what to do. */
  | { readonly state: 'left'; readonly held: Held | null; readonly code: CloseCode }

export type FollowerEvent =
  /** The socket was welcomed, or the shell wants to try again. */
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'following'
      readonly epoch: string
      readonly n: number
      readonly with: 'current' | 'rows' | 'snapshot'
    }
  | { readonly kind: 'row'; readonly n: number; readonly update: Uint8Array }
  | { readonly kind: 'left'; readonly code: CloseCode }
  | { readonly kind: 'disconnected' }

export type FollowerEffect =
  /** Send `follow` with what is held; `leave` before it when `isAgain`, on the same channel. */
  | { readonly kind: 'follow'; readonly held: Held | null; readonly isAgain: boolean }
  /** Apply to the copy, which is `held` afterwards; keep both in one transaction. */
  | { readonly kind: 'apply'; readonly update: Uint8Array; readonly held: Held }
  /** Drop the copy; this is the whole document, which is `held` afterwards. */
  | { readonly kind: 'replace'; readonly update: Uint8Array; readonly held: Held }
  /** Not one's own any more: drop the copy. */
  | { readonly kind: 'drop' }
  /** What is held is as new as the server's answer. */
  | { readonly kind: 'caught-up' }
  /** The answers make no sense: close the socket and come back after a pause. */
  | { readonly kind: 'reconnect' }

export interface FollowerStep {
  readonly state: FollowerState
  readonly effects: readonly FollowerEffect[]
}

/** Asked this often without getting one step further: something is wrong that asking will not heal. */
const ASKED_MAX = 4

/** A follower that holds what the device kept, or nothing. */
export function makeFollower(held: Held | null): FollowerState {
  return { state: 'idle', held }
}

export function stepFollower(state: FollowerState, event: FollowerEvent): FollowerStep {
  switch (event.kind) {
    case 'opened':
      return ask(state.held, 1, state.state !== 'idle' && state.state !== 'left')
    case 'disconnected':
      return { state: { state: 'idle', held: state.held }, effects: [] }
    case 'left':
      return leave(state, event.code)
    case 'following':
      return state.state === 'idle' || state.state === 'left' ? stay(state) : answered(state, event)
    case 'row':
      return takeRow(state, event.n, event.update)
    default:
      return assertNever(event)
  }
}

function stay(state: FollowerState): FollowerStep {
  return { state, effects: [] }
}

function ask(held: Held | null, asked: number, isAgain: boolean): FollowerStep {
  if (asked > ASKED_MAX) {
    return { state: { state: 'idle', held }, effects: [{ kind: 'reconnect' }] }
  }
  return {
    state: { state: 'asking', held, asked },
    effects: [{ kind: 'follow', held, isAgain }],
  }
}

function leave(state: FollowerState, code: CloseCode): FollowerStep {
  if (state.state === 'idle') return stay(state)
  // A document that is no longer one's own must not stay on the device.
  const isGone = code === closeCodes.forbidden
  const held = isGone ? null : state.held
  return { state: { state: 'left', held, code }, effects: isGone ? [{ kind: 'drop' }] : [] }
}

function answered(
  state: Exclude<FollowerState, { state: 'idle' | 'left' }>,
  { epoch, n, with: what }: Extract<FollowerEvent, { kind: 'following' }>,
): FollowerStep {
  const { held } = state
  const asked = 'asked' in state ? state.asked : 0
  const isSameEpoch = held?.epoch === epoch
  switch (what) {
    case 'snapshot':
      return {
        state: { state: 'awaiting-snapshot', held, next: { epoch, n }, asked },
        effects: [],
      }
    case 'rows':
      if (!isSameEpoch || held.n >= n) return ask(null, asked + 1, true)
      return { state: { state: 'catching-up', held, until: n, asked }, effects: [] }
    case 'current':
      // Told that this is current while holding something else: only the whole document heals it.
      if (!isSameEpoch || held.n !== n) return ask(null, asked + 1, true)
      return { state: { state: 'following', held }, effects: [{ kind: 'caught-up' }] }
    default:
      return assertNever(what)
  }
}

function takeRow(state: FollowerState, n: number, update: Uint8Array): FollowerStep {
  switch (state.state) {
    case 'idle':
    case 'left':
    case 'asking':
      return stay(state)
    case 'awaiting-snapshot':
      if (n !== state.next.n) return ask(state.held, state.asked + 1, true)
      return {
        state: { state: 'following', held: state.next },
        effects: [{ kind: 'replace', update, held: state.next }, { kind: 'caught-up' }],
      }
    case 'catching-up':
    case 'following':
      return takeNext(state, n, update)
    default:
      return assertNever(state)
  }
}

function takeNext(
  state: Extract<FollowerState, { state: 'catching-up' | 'following' }>,
  n: number,
  update: Uint8Array,
): FollowerStep {
  if (n <= state.held.n) return stay(state)
  if (n > state.held.n + 1) {
    return ask(state.held, state.state === 'following' ? 1 : state.asked + 1, true)
  }
  const held = { epoch: state.held.epoch, n }
  const apply = { kind: 'apply', update, held } as const
  if (state.state === 'catching-up' && n < state.until) {
    return { state: { ...state, held, asked: 1 }, effects: [apply] }
  }
  const isCaughtUp = state.state === 'catching-up'
  return {
    state: { state: 'following', held },
    effects: isCaughtUp ? [apply, { kind: 'caught-up' }] : [apply],
  }
}
