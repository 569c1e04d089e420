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
  payWiths: { personal: 'Their own passes', team: 'Their team’s passes', money: 'Money' },
  covers: 'What passes cover is taken off the price when it is booked.',
  booked: (name: string, owed: Money | null) =>
    owed === null || owed.amountMinor === 0
      ? `Booked for ${name}.`
      : `Booked for ${name}. ${money(owed)} to pay.`,
  otherPrice: (price: Money) => `It costs ${money(price)} by now. Look again.`,
  bookForMember: 'Book for a member',
} as const
