/** A team's week: planned together, sent as one. */
import { count } from './amounts.ts'

export const weeks = {
  link: 'Plan a week together',
  title: (monday: string) => `Week of ${monday}`,
  others: 'Other weeks',
  before: 'The week before',
  after: 'The week after',
  states: {
    loading: 'The week is on its way to this device. It needs a connection the first time.',
    here: 'Kept on this device. Your team sees it when there is a connection.',
    sending: 'On its way to your team.',
    sent: 'Your team sees it.',
    closed: 'This week is not planned any more.',
  },
  sending: {
    saved: 'The week is kept on this device, and sent when there is a connection.',
    received: 'The week is sent. The answer comes in a moment.',
  },
  daysOf: (name: string) => `Days of ${name}`,
  fold: 'Hide days',
  unfold: 'Show days',
  dayOf: (name: string, day: string) => `${name}, ${day}`,
  nothing: '–',
  anyDesk: 'Any desk',
  office: 'Our office',
  home: 'At home',
  desks: 'A desk I like',

  send: 'Send the week',
  sendTitle: 'Send the week?',
  asksFor: (desks: number, price: string) =>
    `It asks for ${count(desks, 'desk')}, for ${price} before passes of the team.`,
  sendSentence:
    'Each is decided by itself. What somebody takes back before the space hears of it is not booked. A week is sent once; after that everybody changes their own bookings.',
  wasSent: 'The week is on its way.',
  sentBy: (name: string, when: string) => `Sent by ${name}. ${when}.`,

  no: 'Not booked',
  notBooked: 'Not booked',
  withdrawn: 'Taken back',
  late: 'Came too late',
  dearer: (price: string) => `It costs ${price} by now.`,
  bookedInstead: (name: string) => `Booked for ${name}.`,
} as const
