/** Several places and extras as one booking. */
import type { Money } from '../../values/money.ts'
import { listOf, money } from './amounts.ts'

export const baskets = {
  add: 'Add to this booking',
  place: 'Another room or equipment, at the same time',
  noPlace: 'Choose what to add',
  each: (name: string, price: Money) => `${name}, ${money(price)} each`,
  counted: (count: number, name: string) => `${count} × ${name}`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name} from this booking`,
  book: (price: Money) => `Book all for ${money(price)}`,
  save: (price: Money) => `Save wish for all, ${money(price)}`,
  notAll: 'Not all of it can be booked',
  again: (price: Money) => `Book all for ${money(price)} now`,
  costsNow: (price: Money) => `All of it costs ${money(price)} now. Nothing was booked.`,
  comesWith: (parts: readonly string[]) => `With ${listOf(parts)}.`,
  together: (names: readonly string[]) =>
    `Booked together with ${listOf(names)}. Changing or cancelling this one leaves the rest.`,
  cancelAll: (number: number) => `Cancel all ${number}`,
  cancelAllOwing: (number: number) => `Cancel all ${number}, by the terms of each`,
  cancelled: (number: number) => `${number} bookings cancelled`,
} as const
