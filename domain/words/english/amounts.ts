/** Numbers, times and money in English. Dates are the site's calendar dates, so no zone is ever asked for. */
import { dayNumber, type LocalDate, type Weekday, weekdayOf } from '../../values/local-date.ts'
import type { Currency, Money } from '../../values/money.ts'
import { formatMinute, type Repeat } from '../../values/zone.ts'

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]
const months =
  'January,February,March,April,May,June,July,August,September,October,November,December'.split(',')

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return count(rest, 'minute')
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`
}

export function money(amount: Money): string {
  return amount.amountMinor === 0 ? 'Included' : moneyPlain(amount)
}

/** On bills nothing is just that. */
export function moneyPlain(amount: Money): string {
  const { format, digits } = moneyFormat(amount.currency)
  return format.format(amount.amountMinor / 10 ** digits)
}

interface MoneyFormat {
  readonly format: Intl.NumberFormat
  readonly digits: number
}

/** One a currency, of which a space has few: making a format costs more than a hundred uses of it. */
const moneyFormats = new Map<Currency, MoneyFormat>()

function moneyFormat(currency: Currency): MoneyFormat {
  const known = moneyFormats.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const made = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
  moneyFormats.set(currency, made)
  return made
}

/** "1st", "22nd", "31st". */
export function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  const endings = ['th', 'st', 'nd', 'rd']
  return `${number}${(isTeen ? undefined : endings[number % 10]) ?? 'th'}`
}

/** "Monday, Tuesday and Friday". */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

export function weekdayOfNumber(day: Weekday): string {
  return weekdayNames[day - 1] ?? ''
}

/** "November" of any date in it. */
export function monthOf(date: LocalDate): string {
  return monthName(date)
}

/** "Mon". */
export function weekday(date: LocalDate): string {
  return weekdayName(date).slice(0, 3)
}

function weekdayName(date: LocalDate): string {
  return weekdayNames[weekdayOf(date) - 1] ?? ''
}

function monthName(date: LocalDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? ''
}

/** "Today", "Tomorrow", else "Tue 24 Nov". */
export function date(date: LocalDate, today: LocalDate): string {
  const away = dayNumber(date) - dayNumber(today)
  if (away === 0) return 'Today'
  if (away === 1) return 'Tomorrow'
  return shortDate(date)
}

/** "Tue 24 Nov", with its year where that is not the year of the other day: "Thu 7 Jan 2027". */
export function datedFrom(date: LocalDate, other: LocalDate): string {
  const [year, otherYear] = [date.slice(0, 4), other.slice(0, 4)]
  return year === otherYear ? shortDate(date) : `${shortDate(date)} ${Number(year)}`
}

/** A date within a sentence: "today", "tomorrow", else "Tue 24 Nov". */
function dateWithin(on: LocalDate, today: LocalDate): string {
  const text = date(on, today)
  const away = dayNumber(on) - dayNumber(today)
  return away === 0 || away === 1 ? text.toLowerCase() : text
}

/** "Tue 24 Nov". */
export function shortDate(date: LocalDate): string {
  return `${weekday(date)} ${Number(date.slice(8))} ${monthName(date).slice(0, 3)}`
}

/** "Tuesday 24 November". */
export function longDate(date: LocalDate): string {
  return `${weekdayName(date)} ${Number(date.slice(8))} ${monthName(date)}`
}

/** "09:00"; in the hour that the clocks repeat "02:30 (first, UTC+2)". */
export function time(text: string, repeat: Repeat | null): string {
  return repeat === null ? text : `${text} (${repeat.pass}, ${offset(repeat.offsetMinutes)})`
}

function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${rest}`}`
}

/** "4 hours"; where wall time says another length "4 hours (clock change)". */
export function elapsed(minutes: number, wallMinutes: number): string {
  return minutes === wallMinutes ? duration(minutes) : `${duration(minutes)} (clock change)`
}

/** Minutes after midnight as "09:00–17:00". */
export function timeRange(from: number, until: number): string {
  return `${formatMinute(from)}–${formatMinute(until)}`
}

/** How many digits of it are minor units: 2 of euros, none of yen. */
function currencyDigits(currency: Currency): number {
  return moneyFormat(currency).digits
}

export const amounts = {
  weekdayNames,
  currencyDigits,
  count,
  duration,
  money,
  weekday,
  date,
  datedFrom,
  dateWithin,
  shortDate,
  longDate,
  timeRange,
  time,
  elapsed,
} as const
