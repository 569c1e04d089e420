/**
 * A server that keeps to the SPEC, a link that is cut anywhere, a device that loses what it had not stored. Rows are named by their
 * epoch and number, so that what is held can be compared with what was written.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FollowerEvent,
  type FollowerState,
  type Held,
  makeFollower,
  stepFollower,
} from './follower.ts'

type Action =
  | { readonly kind: 'write' }
  /** Another server wrote it: this one broadcasts nothing. */
  | { readonly kind: 'write-elsewhere' }
  | { readonly kind: 'new-epoch' }
  | { readonly kind: 'deliver-up' | 'deliver-down' }
  | { readonly kind: 'connect' | 'cut' | 'crash' }

const anyAction = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Action>({ kind: 'write' }) },
  { weight: 2, arbitrary: fc.constant<Action>({ kind: 'write-elsewhere' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'new-epoch' }) },
  { weight: 5, arbitrary: fc.constant<Action>({ kind: 'deliver-up' }) },
  { weight: 8, arbitrary: fc.constant<Action>({ kind: 'deliver-down' }) },
  { weight: 3, arbitrary: fc.constant<Action>({ kind: 'connect' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'cut' }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'crash' }) },
)

/** Beyond it a server sends a snapshot rather than rows. */
const ROWS_MAX = 4

function makeWorld() {
  const epochs = new Map<string, string[]>([['e0', []]])
  let epoch = 'e0'
  let sent: Held | null = null
  let up: (Held | null)[] = []
  let down: FollowerEvent[] = []
  let state: FollowerState = makeFollower(null)
  /** The copy and its place in the log are stored in one transaction. */
  let kept: { held: Held; rows: readonly string[] } | null = null
  let isCaughtUp = false

  const rowsOf = (name: string) => epochs.get(name) ?? []

  function answer(from: Held | null): void {
    const rows = rowsOf(epoch)
    const n = rows.length
    const isKnown = from !== null && from.epoch === epoch && from.n > 0 && from.n <= n
    if (isKnown && from.n === n) down.push({ kind: 'following', epoch, n, with: 'current' })
    else if (isKnown && n - from.n <= ROWS_MAX) {
      down.push({ kind: 'following', epoch, n, with: 'rows' })
      for (let row = from.n + 1; row <= n; row += 1)
        down.push(rowEvent(rows.slice(row - 1, row), row))
    } else {
      down.push({ kind: 'following', epoch, n, with: 'snapshot' }, rowEvent(rows, n))
    }
    sent = { epoch, n }
  }

  function write(isBroadcast: boolean): void {
    const rows = rowsOf(epoch)
    rows.push(`${epoch}/${rows.length + 1}`)
    if (!isBroadcast || sent === null) return
    if (sent.epoch !== epoch || sent.n !== rows.length - 1) return answer(sent)
    down.push(rowEvent(rows.slice(-1), rows.length))
    sent = { epoch, n: rows.length }
  }

  function take(event: FollowerEvent): void {
    const step = stepFollower(state, event)
    state = step.state
    for (const effect of step.effects) {
      switch (effect.kind) {
        case 'follow':
          isCaughtUp = false
          up.push(effect.held)
          break
        case 'apply': {
          const before = kept?.rows ?? []
          kept = { held: effect.held, rows: [...before, ...readRows(effect.update)] }
          break
        }
        case 'replace':
          kept = { held: effect.held, rows: readRows(effect.update) }
          break
        case 'caught-up':
          isCaughtUp = true
          break
        case 'reconnect':
          cut()
          break
        case 'drop':
          kept = null
      }
    }
  }

  function cut(): void {
    isCaughtUp = false
    up = []
    down = []
    sent = null
    if (state.state !== 'idle') take({ kind: 'disconnected' })
  }

  function perform(action: Action): void {
    switch (action.kind) {
      case 'write':
        return write(true)
      case 'write-elsewhere':
        return write(false)
      case 'new-epoch':
        epoch = `e${epochs.size}`
        epochs.set(epoch, [])
        return write(true)
      case 'connect':
        if (state.state === 'idle') take({ kind: 'opened' })
        return
      case 'deliver-up': {
        const asked = up.shift()
        if (asked !== undefined) answer(asked)
        return
      }
      case 'deliver-down': {
        const event = down.shift()
        if (event !== undefined) take(event)
        return
      }
      case 'cut':
        return cut()
      case 'crash':
        cut()
        state = makeFollower(kept?.held ?? null)
    }
  }

  return {
    perform,
    /** Nothing goes wrong any more. */
    heal: () => {
      for (
        let turns = 0;
        turns < 50 && !(isCaughtUp && up.length + down.length === 0);
        turns += 1
      ) {
        perform({ kind: 'connect' })
        while (up.length > 0) perform({ kind: 'deliver-up' })
        while (down.length > 0) perform({ kind: 'deliver-down' })
      }
    },
    kept: () => kept,
    rowsOf,
    head: () => ({ epoch, n: rowsOf(epoch).length }),
  }
}

function rowEvent(rows: readonly string[], n: number): FollowerEvent {
  return { kind: 'row', n, update: new TextEncoder().encode(rows.join(' ')) }
}

function readRows(update: Uint8Array): readonly string[] {
  return new TextDecoder().decode(update).split(' ')
}

test('[WIRE-20] what is held is always a prefix of what the server wrote, whatever is cut or crashes', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 80 }), (actions) => {
      const world = makeWorld()
      world.perform({ kind: 'write' })
      for (const action of actions) {
        world.perform(action)
        const kept = world.kept()
        if (kept !== null) {
          expect(kept.rows).toEqual(world.rowsOf(kept.held.epoch).slice(0, kept.held.n))
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('[WIRE-24] once the link has healed and one more row is written, the device holds everything', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 80 }), (actions) => {
      const world = makeWorld()
      world.perform({ kind: 'write' })
      for (const action of actions) world.perform(action)
      world.heal()
      world.perform({ kind: 'write' })
      world.heal()
      const { epoch, n } = world.head()
      expect(world.kept()).toEqual({ held: { epoch, n }, rows: world.rowsOf(epoch) })
    }),
    { numRuns: 1_000 },
  )
})

test('[WIRE-20] rows of one epoch that come in any order, repeated or not at all, are applied only in turn', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }), (numbers) => {
      let state: FollowerState = { state: 'following', held: { epoch: 'e', n: 3 } }
      let n = 3
      for (const number of numbers) {
        const step = stepFollower(state, { kind: 'row', n: number, update: new Uint8Array() })
        for (const effect of step.effects) {
          if (effect.kind !== 'apply') continue
          expect(effect.held).toEqual({ epoch: 'e', n: n + 1 })
          n += 1
        }
        // Whoever asks is answered that it is current, so that it goes on.
        state =
          step.state.state === 'asking'
            ? stepFollower(step.state, { kind: 'following', epoch: 'e', n, with: 'current' }).state
            : step.state
      }
    }),
  )
})
