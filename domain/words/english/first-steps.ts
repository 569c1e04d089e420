/** What a new location is shown on its owner's Today. */
import type { FirstStep } from '../../sites/first-steps.ts'

const steps: Readonly<Record<FirstStep, string>> = {
  places: 'Draw the floor with its desks and rooms, and publish it',
  prices: 'Say what an hour or a day costs',
  address: 'Say where the space is',
  'house-rules': 'Write the house rules that members accept',
  billing: 'Say from which day you bill, and who you are on a bill',
  members: 'Invite somebody',
}

export const beginning = {
  title: 'First steps',
  done: (number: number, of: number) => `${number} of ${of} done. Members do not see this.`,
  steps,
  hide: 'Hide',
} as const
