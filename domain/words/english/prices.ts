/** When a rate counts, in words. */
import type { RateHours } from '../../sites/rate-row.ts'
import { timeRange, weekdayNames } from './amounts.ts'

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

export const prices = { hours } as const
