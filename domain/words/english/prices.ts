/** When a rate counts, in words. */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { RateHours, RateRow } from '../../sites/rate-row.ts'
import type { Money } from '../../values/money.ts'
import { money, timeRange, weekdayNames } from './amounts.ts'

const [workdays, weekend] = ['1,2,3,4,5', '6,7']

/** "weekdays 18:00–22:00", "Mon, Wed", "every day 09:00–12:00". */
function hours({ weekdays, from, until }: RateHours): string {
  const days = daysText([...weekdays].sort())
  return from === 0 && until === 1440 ? days : `${days} ${timeRange(from, until)}`
}

function daysText(days: readonly number[]): string {
  const list = days.join(',')
  if (days.length === 7) return 'every day'
  if (list === workdays) return 'weekdays'
  if (list === weekend) return 'weekends'
  return days.map((day) => (weekdayNames[day - 1] ?? '').slice(0, 3)).join(', ')
}

/** "EUR 22.00 by the price of Anchor, weekdays 18:00–22:00": which rate decided, and what it came to. */
function rateUsed(rate: RateRow, catalogue: Catalogue, price: Money): string {
  const place = catalogue.resources.find(({ id }) => id === rate.resourceId)?.name
  const tier = catalogue.tiers.find(({ id }) => id === rate.tierId)?.name
  const whose = place ?? (rate.kind === null ? 'all places' : 'its kind')
  const parts = [whose, tier, rate.hours === null ? undefined : hours(rate.hours)]
  return `${money(price)} by the price of ${parts.filter((part) => part !== undefined).join(', ')}`
}

export const prices = { hours, rateUsed } as const
