/** One sentence for each thing that can be in the way of changing a membership. */
import type { MembershipProblem } from '../../memberships/membership-problem.ts'
import { count, longDate, moneyPlain } from './amounts.ts'

type Of<Problem extends MembershipProblem['problem']> = Extract<
  MembershipProblem,
  { problem: Problem }
>

const sentences: {
  readonly [Problem in MembershipProblem['problem']]: (found: Of<Problem>) => string
} = {
  unknown: () => 'There is no such membership here.',
  over: ({ on }) => `This membership ends on ${longDate(on)}. Take that back first.`,
  'not-offered': () => 'This plan is not offered. Ask the space about it.',
  same: () => 'That is the plan you have.',
  'at-next-period': ({ on }) => `This plan can begin with the next period, on ${longDate(on)}.`,
  'no-pause': () => 'This membership cannot be paused. Ask the space.',
  'pause-too-long': ({ daysMax }) => `A pause lasts ${count(daysMax, 'day')} at most.`,
  'pause-overlaps': () => 'Some of those days are paused already.',
  'not-paused': () => 'It is not paused now.',
  'ends-earliest': ({ on }) => `It can end on ${longDate(on)}, or with a period after that.`,
  dearer: ({ price }) =>
    `Its price has changed meanwhile: a whole period costs ${moneyPlain(price)} now. Nothing was changed. Look at it again.`,
  'past-day': () => 'Choose days that are still to come.',
  'in-effect': () => 'This has taken effect already, or was taken back.',
  'by-space': () => 'The space has set this. Ask them to take it back.',
  'too-many': ({ limit }) => `${limit} is the most there can be.`,
}

export function membershipProblem(found: MembershipProblem): string {
  const say = sentences[found.problem] as (found: MembershipProblem) => string // the sentence of this problem
  return say(found)
}
