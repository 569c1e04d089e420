import { add, type Money } from '../../values/money.ts'
import type { BookedExtra } from '../booking.ts'

/** What the time costs and what comes with it. */
export function wholePrice({
  price,
  extras,
}: {
  readonly price: Money
  readonly extras: readonly Pick<BookedExtra, 'price'>[]
}): Money {
  return extras.reduce((sum, extra) => add(sum, extra.price), price)
}
