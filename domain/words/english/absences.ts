/** Days away, and the desk that others may have then. */
import type { LocalDate } from '../../values/local-date.ts'
import { shortDate } from './amounts.ts'

/** "Mon 7 Dec", or "Mon 7 Dec to Fri 11 Dec". */
function days(from: LocalDate, until: LocalDate): string {
  return from === until ? shortDate(from) : `${shortDate(from)} to ${shortDate(until)}`
}

export const absences = {
  title: 'Days away',
  sentence: (desk: string) =>
    `While you are away others can book ${desk}. They see that it is free, not why.`,
  none: 'You have no days away.',
  from: 'First day',
  until: 'Last day',
  declare: (desk: string) => `Let others book ${desk}`,
  declared: (from: LocalDate, until: LocalDate) => `Others can book it ${days(from, until)}.`,
  end: 'I’m back',
  endLabel: (from: LocalDate, until: LocalDate) => `I’m back: end ${days(from, until)}`,
  ended: 'It is yours again. What others booked before stays booked.',
  days,
} as const
