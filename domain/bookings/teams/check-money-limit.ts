/** Whether a booking stays within the money that a team lets one of its people spend, over the week or month in which it begins. */
import type { Member } from '../../memberships/member.ts'
import { type Interval, includes, toInterval } from '../../values/interval.ts'
import { add, compare, type Money, zero } from '../../values/money.ts'
import type { ZoneTable } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { periodsOf } from '../limits/quota-periods.ts'
import type { Refusal } from '../wishes/refusal.ts'

/** What a booking owes counts, also where it was cancelled too late for all of it to come back. */
export function checkMoneyLimit(
  zone: ZoneTable,
  { teamLimits: { money } }: Pick<Member, 'teamLimits'>,
  others: readonly Booking[],
  interval: Interval,
  price: Money,
): Refusal | null {
  if (money === null || price.amountMinor === 0) return null
  const used = usedMoney(zone, money, others, interval)
  if (money.max.currency !== price.currency) return null
  if (compare(add(used, price), money.max) <= 0) return null
  return { reason: 'team-money', per: money.per, max: money.max, used }
}

/** What is owed of the period in which that time begins. */
export function usedMoney(
  zone: ZoneTable,
  { per, max }: NonNullable<Member['teamLimits']['money']>,
  bookings: readonly Booking[],
  { startsAt }: Interval,
): Money {
  const [period] = periodsOf(zone, per, toInterval(startsAt, startsAt + 1))
  const counted = bookings.filter(
    ({ interval, owed }) =>
      owed.currency === max.currency && period !== undefined && includes(period, interval.startsAt),
  )
  return counted.reduce((sum, { owed }) => add(sum, owed), zero(max.currency))
}
