import { expect, test } from 'vitest'
import { closeCodes } from './close-codes.ts'
import {
  type FollowerEffect,
  type FollowerEvent,
  type FollowerState,
  makeFollower,
  stepFollower,
} from './follower.ts'

const bytes = Uint8Array.of(0, 0)
const opened: FollowerEvent = { kind: 'opened' }

function answer(epoch: string, n: number, what: 'current' | 'rows' | 'snapshot'): FollowerEvent {
  return { kind: 'following', epoch, n, with: what }
}

function row(n: number): FollowerEvent {
  return { kind: 'row', n, update: bytes }
}

/** Effects in short: `follow e@3`, `again -`, `apply 4`, `replace 9`. */
function say(effect: FollowerEffect): string {
  switch (effect.kind) {
    case 'follow': {
      const from = effect.held === null ? '-' : `${effect.held.epoch}@${effect.held.n}`
      return `${effect.isAgain ? 'again' : 'follow'} ${from}`
    }
    case 'apply':
    case 'replace':
      return `${effect.kind} ${effect.held.n}`
    default:
      return effect.kind
  }
}

function play(state: FollowerState, ...events: FollowerEvent[]) {
  const said: string[] = []
  let now = state
  for (const event of events) {
    const step = stepFollower(now, event)
    now = step.state
    said.push(...step.effects.map(say))
  }
  return { said, state: now }
}

const holding = makeFollower({ epoch: 'e', n: 3 })
const nothing = makeFollower(null)

test('[WIRE-20] a device that holds nothing asks for everything and takes the snapshot', () => {
  const { said, state } = play(nothing, opened, answer('e', 9, 'snapshot'), row(9))
  expect(said).toEqual(['follow -', 'replace 9', 'caught-up'])
  expect(state).toEqual({ state: 'following', held: { epoch: 'e', n: 9 } })
})

test('[WIRE-20] missing rows are applied one after the other, then live rows', () => {
  const events = [opened, answer('e', 5, 'rows'), row(4), row(5), row(6)]
  expect(play(holding, ...events).said).toEqual([
    'follow e@3',
    'apply 4',
    'apply 5',
    'caught-up',
    'apply 6',
  ])
})

test('[WIRE-20] a row seen before is ignored, one from before the answer too', () => {
  const events = [opened, row(4), answer('e', 3, 'current'), row(3), row(2), row(4), row(4)]
  expect(play(holding, ...events).said).toEqual(['follow e@3', 'caught-up', 'apply 4'])
})

test('[WIRE-21] another epoch comes as a snapshot and replaces the copy', () => {
  const { said, state } = play(holding, opened, answer('f', 1, 'snapshot'), row(1), row(2))
  expect(said).toEqual(['follow e@3', 'replace 1', 'caught-up', 'apply 2'])
  expect(state.held).toEqual({ epoch: 'f', n: 2 })
})

test('[WIRE-21] a server restored from a backup is behind: its snapshot replaces the copy', () => {
  expect(play(holding, opened, answer('e', 2, 'snapshot'), row(2)).state.held).toEqual({
    epoch: 'e',
    n: 2,
  })
})

test('[WIRE-22] a gap makes it ask again on the same channel, from what it holds', () => {
  const events = [opened, answer('e', 3, 'current'), row(5), row(6), answer('e', 6, 'rows')]
  const { said } = play(holding, ...events, row(4), row(5), row(6))
  expect(said.slice(2)).toEqual(['again e@3', 'apply 4', 'apply 5', 'apply 6', 'caught-up'])
})

test('[WIRE-22] an answer that does not fit what it holds makes it ask for the whole document', () => {
  for (const nonsense of [answer('f', 3, 'current'), answer('e', 4, 'current')]) {
    expect(play(holding, opened, nonsense).said).toEqual(['follow e@3', 'again -'])
  }
  for (const nonsense of [answer('f', 5, 'rows'), answer('e', 3, 'rows')]) {
    expect(play(holding, opened, nonsense).said).toEqual(['follow e@3', 'again -'])
  }
})

test('[WIRE-22] a snapshot other than the one announced is not taken', () => {
  expect(play(nothing, opened, answer('e', 9, 'snapshot'), row(8)).said).toEqual([
    'follow -',
    'again -',
  ])
})

test('[WIRE-22] after four answers that lead nowhere it reconnects instead of asking for ever', () => {
  const nonsense = answer('f', 3, 'current')
  const { said, state } = play(holding, opened, nonsense, nonsense, nonsense, nonsense)
  expect(said).toEqual(['follow e@3', 'again -', 'again -', 'again -', 'reconnect'])
  expect(state.state).toBe('idle')
})

test('[WIRE-22] a row applied in between counts as a step further', () => {
  const gap = [answer('e', 9, 'rows'), row(9)]
  const events = [opened, ...gap, ...gap, answer('e', 9, 'rows'), row(4), ...gap, ...gap]
  expect(play(holding, ...events).said).not.toContain('reconnect')
})

test('[WIRE-22] asked to try again while it follows, it leaves the channel first', () => {
  expect(play(holding, opened, answer('e', 3, 'current'), opened).said.at(-1)).toBe('again e@3')
})

test('[WIRE-23] a document that is no longer one’s own is dropped', () => {
  const left: FollowerEvent = { kind: 'left', code: closeCodes.forbidden }
  const { said, state } = play(holding, opened, answer('e', 3, 'current'), left, row(4))
  expect(said).toEqual(['follow e@3', 'caught-up', 'drop'])
  expect(state).toEqual({ state: 'left', held: null, code: closeCodes.forbidden })
})

test('[WIRE-23] any other reason keeps the copy, and opening asks again from it', () => {
  const left: FollowerEvent = { kind: 'left', code: closeCodes['going-away'] }
  expect(play(holding, opened, left, opened).said).toEqual(['follow e@3', 'follow e@3'])
})

test('[WIRE-24] a cut in the middle of a catch-up goes on from the last applied row', () => {
  const cut: FollowerEvent = { kind: 'disconnected' }
  const events = [opened, answer('e', 6, 'rows'), row(4), cut, row(5), opened]
  expect(play(holding, ...events).said).toEqual(['follow e@3', 'apply 4', 'follow e@4'])
})
