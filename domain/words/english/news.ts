/** What members read in mails and on lock screens. In braces stands what each piece of news fills in; locations may say it in their own words. */
import type { NewsKind } from '../../news/news.ts'
import type { Template } from '../../news/template.ts'

const templates: { readonly [Kind in NewsKind]: Template } = {
  booked: {
    subject: 'Booked: {place}, {when}',
    text: 'Hello {name}, {place} is booked for you: {when}.',
  },
  'booked-instead': {
    subject: 'Booked instead: {place}, {when}',
    text: 'Hello {name}, what you wished first was taken. As you asked, {place} is booked for you instead: {when}.',
  },
  held: {
    subject: 'Please confirm: {place}, {when}',
    text: 'Hello {name}, {place} is held for you until {until}. Confirm it in that time, or it is free again.',
  },
  'not-confirmed': {
    subject: 'Not confirmed: {place}, {when}',
    text: 'Hello {name}, this was not confirmed in time and is free again. Nothing was charged.',
  },
  approved: {
    subject: 'Approved: {place}, {when}',
    text: 'Hello {name}, the team said yes. {place} is booked for you: {when}.',
  },
  declined: {
    subject: 'Not approved: {place}, {when}',
    text: 'Hello {name}, the team could not approve this: “{reason}” Nothing was charged.',
  },
  unanswered: {
    subject: 'Not answered in time: {place}, {when}',
    text: 'Hello {name}, the team did not answer in time, so this is not booked. Nothing was charged.',
  },
  changed: {
    subject: 'Changed: {place}, {when}',
    text: 'Hello {name}, your booking is now {place}, {when}.',
  },
  moved: {
    subject: 'Moved by {space}: {place}, {when}',
    text: 'Hello {name}, {space} had to move your booking. It is now {place}, {when}. If that does not suit you, cancel it or write to the team.',
  },
  cancelled: {
    subject: 'Cancelled: {place}, {when}',
    text: 'Hello {name}, your booking is cancelled. {refund}',
  },
  'cancelled-by-space': {
    subject: 'Cancelled by {space}: {place}, {when}',
    text: 'Hello {name}, {space} had to cancel your booking. {refund}',
  },
  missed: {
    subject: 'Missed: {place}, {when}',
    text: 'Hello {name}, nobody had checked in by then, so {place} was given back. {refund}',
  },
  offered: {
    subject: 'Free now: {place}, {when}',
    text: 'Hello {name}, a place you wait for is free. It is held for you until {until}. Accept it in that time, or it goes to whoever is next.',
  },
  refused: {
    subject: 'Not booked: {place}, {when}',
    text: 'Hello {name}, this could not be booked. {why} Nothing was charged.',
  },
  'too-late': {
    subject: 'Too late: {place}, {when}',
    text: 'Hello {name}, the space heard of your wish too late. Nothing was booked or charged.',
  },
  dearer: {
    subject: 'Price changed: {place}, {when}',
    text: 'Hello {name}, it costs {price} now, which is more than you were shown. Nothing was booked. Say in the portal whether you still want it.',
  },
  reminder: {
    subject: '{day}: {place}, {when}',
    text: 'Hello {name}, this is to remind you of {place}, {when}.',
  },
  billed: {
    subject: 'Bill {number}: {amount}',
    text: 'Hello {name}, your bill for {period} is here. {amount} are to be paid by {due}.',
  },
  paid: {
    subject: 'Received: {amount} for bill {number}',
    text: 'Hello {name}, we have received {amount} for bill {number}. {open}',
  },
  'paid-back': {
    subject: 'Paid back: {amount} of bill {number}',
    text: 'Hello {name}, we have paid back {amount} of bill {number}. {open}',
  },
  credited: {
    subject: 'Credited: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} are credited to you. {open}',
  },
  expiring: {
    subject: '{left} of {pass} end on {date}',
    text: 'Hello {name}, {left} of your {pass} are left, and they end on {date}.',
  },
  answered: {
    subject: 'An answer to your request {number}',
    text: 'Hello {name}, {by} has answered your request {number}:\n\n{text}',
  },
  welcome: {
    subject: 'How to start at {space}',
    text: 'Hello {name}, you are a member of {space} now. Book a desk or a room, look at your bills, and change what you booked, with or without a connection.',
  },
}

export const news = {
  templates,
  /** What stands in a preview where nothing of that kind has happened yet. */
  samples: {
    place: 'Desk 14',
    when: 'Tue 24 Nov, 09:00–17:00',
    until: 'Tue 24 Nov, 09:15',
    reason: 'We paint the room that day.',
    refund: 'Nothing is owed.',
    why: 'It is booked by someone else 09:00–13:00.',
    price: '€24.00',
    day: 'Tomorrow',
    number: '2026-0041',
    amount: '€120.00',
    period: '1–30 Nov 2026',
    due: '15 Dec 2026',
    open: 'Nothing is open any more.',
    pass: 'Ten-day pass',
    left: '3 days',
    date: 'Monday 30 November',
  },
  place: 'Place',
  time: 'When',
  price: 'Price',
  cancelling: 'If you cancel',
  address: 'Where',
  bookings: 'Bookings',
  zone: (zone: string) => `${zone} time`,
  several: (number: number) => `${number} bookings`,
  from: (when: string) => `from ${when}`,
  andMore: (number: number) => `and ${number} more`,
  tomorrow: 'Tomorrow',
  today: 'Today',
  span: (from: string, until: string) => `${from} – ${until}`,
  nothingOpen: 'Nothing is open any more.',
  stillOpen: (amount: string) => `${amount} are still open.`,
  noRefund: 'Nothing comes back for it.',
  refund: (amount: string) => `${amount} comes back to you.`,
  nothingOwed: 'You owe nothing for it.',
  open: 'Open the portal',
  openBooking: 'Show the booking',
  openBill: 'Show the bill',
  openRequest: 'Show the request',
  signIn: 'Sign in',
  firstSteps: 'Your first three steps',
  steps: [
    'Sign in with your mail address. We send you a code, there is no password.',
    'Put the portal on your home screen, so that it opens without a network too.',
    'Book your first desk.',
  ],
  network: 'Wi-Fi',
  showCode: 'You find its code under Me once you have signed in.',
  houseRules: 'House rules',
  because: (space: string) => `You get this because you are a member of ${space}.`,
  choose: 'Choose what you are told',
  stop: 'Stop these mails',
  stopped: 'You will not get these mails any more.',
  stopQuestion: (about: string) => `Stop mails about ${about}?`,
  stopSentence: 'You can turn them on again under Me, Notifications.',
  unknownLink: 'This link is not valid any more.',
  about: {
    bookings: 'bookings',
    reminders: 'reminders',
    money: 'money',
    membership: 'your membership',
    help: 'answers to your requests',
  },
} as const
