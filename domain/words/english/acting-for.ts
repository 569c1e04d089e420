/** Booking for somebody else, and against the rules. */
import type { Money } from '../../values/money.ts'
import { money } from './amounts.ts'

export const actingFor = {
  title: 'Book for somebody else',
  find: 'Name',
  needsConnection: 'Booking for somebody else needs a connection.',
  book: (name: string, price: Money) => `Book for ${name} · ${money(price)}`,
  reason: 'Why the rules do not count here',
  bookAnyway: (name: string, price: Money) => `Book anyway for ${name} · ${money(price)}`,
  booked: (name: string) => `Booked for ${name}.`,
  otherPrice: (price: Money) => `It costs ${money(price)} by now. Look again.`,
  bookForMember: 'Book for a member',
} as const
