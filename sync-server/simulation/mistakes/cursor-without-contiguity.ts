/** The device moves its place in the log to the end of a catch-up with the first row of it. Cut in between, it never asks for the rest. */
import { stepFollower } from '../../../domain/wire/follower.ts'
import type { Mistake } from './mistake.ts'

export const cursorWithoutContiguity: Mistake = {
  title: 'cursor without contiguity',
  foundBy: [
    'every replica converges to the projection of SQL',
    'every wish has exactly one outcome',
  ],
  seenAt: 79,
  step: (state, event) => {
    if (state.state !== 'catching-up' || event.kind !== 'row' || event.n > state.until) {
      return stepFollower(state, event)
    }
    const held = { epoch: state.held.epoch, n: state.until }
    const apply = { kind: 'apply', update: event.update, held } as const
    const isLast = event.n === state.until
    return isLast
      ? { state: { state: 'following', held }, effects: [apply, { kind: 'caught-up' }] }
      : { state: { ...state, held }, effects: [apply] }
  },
}
