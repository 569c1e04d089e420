/** Places that the team gives: asking, waiting, and the answer. */
import { count } from './amounts.ts'

export const approval = {
  terms: (time: string) => `The team approves this place. You hear within ${time}.`,
  ask: (time: string) => `Ask for ${time}`,
  waiting: (time: string) => `The team approves this place. You will hear by ${time}.`,
  takeBack: 'Take the request back',
  takenBack: 'Request taken back',
  declined: (reason: string) => `The team said no: “${reason}”`,

  title: 'Waiting for you',
  sentence: 'Members who asked for a place that you approve. It is kept for them meanwhile.',
  none: 'Nobody is waiting',
  notHere: 'The list has not arrived on this device yet.',
  waitingCount: (number: number) => `${count(number, 'request')} waiting`,
  movesFrom: (place: string) => `Moves from ${place}`,
  answerBy: (date: string, time: string) => `Answer by ${date}, ${time}`,
  people: (number: number) => count(number, 'person', 'people'),
  approve: 'Approve',
  approveLabel: (name: string, place: string) => `Approve ${place} for ${name}`,
  decline: 'Decline',
  declineLabel: (name: string, place: string) => `Decline ${place} for ${name}`,
  declineTitle: (name: string) => `Decline ${name}’s request`,
  reason: 'Why not',
  reasonHint: 'The member reads this, with what is free instead.',
  reasonMissing: 'Say why, so that they know.',
  approved: (name: string) => `Booked for ${name}`,
  declinedToast: (name: string) => `${name} has your answer`,
} as const
