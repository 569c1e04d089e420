/** Whom a member brings. */
import { count } from './amounts.ts'

export interface Invitation {
  readonly guest: string
  readonly site: string
  readonly address: string
  readonly place: string
  readonly date: string
  readonly time: string
  readonly code: string
  readonly from: string
}

function message({ guest, site, address, place, date, time, code, from }: Invitation): string {
  return `${guest}, you are expected at ${site}, ${address}: ${place}, ${date}, ${time}. Your code is ${code.slice(0, 3)} ${code.slice(3)}, good from ${from}.`
}

export const guests = {
  title: 'Guests',
  summary: (number: number) => (number === 0 ? 'Add guests' : count(number, 'guest')),
  name: 'Name of a guest',
  email: 'Mail address, if they shall be told by mail',
  wrongEmail: 'This is no mail address.',
  add: 'Add',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  full: 'No more guests fit.',
  code: (code: string, from: string) => `code ${code.slice(0, 3)} ${code.slice(3)}, from ${from}`,
  show: 'Show code',
  showLabel: (name: string) => `Show the code of ${name}`,
  pass: (name: string) => `Code of ${name}`,
  passLabel: (code: string) => `Code ${code}, for a camera`,
  digits: (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
  good: (from: string, until: string) => `Good from ${from} until ${until}.`,
  passOver: 'The booking is over, and so is the code.',
  send: 'Send it',
  copied: 'Copied. Paste it where you write to your guest.',
  message,
  findByCode: 'Find a guest by their code',
  codeField: 'Code',
  noSuchCode: 'Nobody of this day has that code.',
  of: (host: string) => `Guest of ${host}`,
  onItsWay: 'The change is on its way.',
  came: 'Came',
  cameLabel: (name: string) => `${name} came`,
  hasCome: (name: string, code: string) => `${name} · ${code} · has come`,
  expected: (name: string, code: string) => `${name} · ${code}`,
  signIn: (name: string) => `${name} comes in`,
  kept: (days: number) =>
    `Your name and when you came are kept for ${count(days, 'day')} after the booking, then deleted.`,
  keptByName: (days: number) => `Their names are deleted ${count(days, 'day')} after the booking.`,
  agrees: 'They agree',
  notNow: 'Not now',
  checkedIn: (name: string) => `${name} has come`,
} as const
