/** Coming to a booking: for the member, and for the staff who see them come. */
import { count } from './amounts.ts'

export const arrival = {
  checkIn: 'Check in',
  checkInLabel: (name: string) => `Check in ${name}`,
  checkingIn: 'Checking in…',
  checkInWaits: 'You checked in on this device. It counts from when you did.',
  checkedIn: (name: string) => `${name} is checked in`,
  opensAt: (time: string) => `Check-in opens at ${time}`,
  claimUntil: (time: string) => `By ${time}, or it is free for others again.`,
  claimOver: (time: string) => `It may have been given back at ${time}. Check in to find out.`,
  terms: (opens: string, release: string) =>
    `Check in from ${opens} before; it is free for others ${release} after its start if you have not`,
  termsNeverReleased: (opens: string) => `Check in from ${opens} before its start`,
  missed: (time: string) => `Nobody had checked in by ${time}, so it was given back.`,
  lastWarning: (misses: number) =>
    `You missed ${count(misses, 'date')} of this series in a row. Miss the next one too, and the rest is given back.`,
  feeWaived: 'Your check-in reached us after somebody else had been given it. You owe nothing.',
  expected: (time: string) => `until ${time}`,
  hasMissed: 'Missed',
  whereNow: 'Where are you sitting?',
  takesAlong: 'Your booking comes along, at the price you agreed.',
  noneFree: 'Nothing of that kind is free until your booking ends.',
  sitAt: (name: string) => `I’m sitting at ${name}`,
  sitHere: 'I’m sitting here',
} as const
