/** A calendar date of some site, `YYYY-MM-DD`, and the arithmetic of the proleptic Gregorian calendar. */
import { remembered } from './remembered.ts'

declare const brand: unique symbol
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

/** Monday 1 … Sunday 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** An ISO week as documents name it: `2026-W48`. */
export type IsoWeek = string & { readonly [brand]: 'IsoWeek' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a real date of the years 2000 to 2199: what may come in at a door. */
export function isLocalDate(text: unknown): text is LocalDate {
  return isCalendarDate(text) && text >= '2000' && text < '2200'
}

/** The text as a date. Throws when it is not one; a few years beyond the door are left for arithmetic. */
export function toLocalDate(text: string): LocalDate {
  if (!isCalendarDate(text) || !isNear(text)) {
    throw new Error(`Broken invariant: "${text}" is not a calendar date`)
  }
  return text
}

function isNear(text: string): boolean {
  return text >= '1990' && text < '2210'
}

function isCalendarDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false
  const found = shape.exec(text)
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return formatDay(dayNumberOf(year, month, day)) === text
}

/** Days since 1970-01-01 (H. Hinnant, "days_from_civil"). */
export function dayNumber(date: LocalDate): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

/** Dates of some ten years: a space lives around today. */
const DAYS_REMEMBERED = 4_000

export const fromDayNumber = remembered(DAYS_REMEMBERED, (days: number): LocalDate => {
  const text = formatDay(days)
  if (!isNear(text)) throw new Error(`Broken invariant: day ${days} is beyond every calendar here`)
  return text as LocalDate // formatted from a day count, so it is a date of the calendar
})

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  if (b < a) return b
  return a
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  if (b > a) return b
  return a
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday // 1970-01-01 was a Thursday
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The ISO week a date belongs to: the week of its Thursday. */
export const isoWeekOf = remembered(DAYS_REMEMBERED, (date: LocalDate): IsoWeek => {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(toLocalDate(`${year}-01-01`), thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}` as IsoWeek
})

/** The Monday of a named ISO week, or null when the text names none. */
export function mondayOfIsoWeek(text: string): LocalDate | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(text)
  if (found === null || Number(found[1]) < 2000 || Number(found[1]) > 2199) return null
  const firstMonday = mondayOf(toLocalDate(`${found[1]}-01-04`))
  const monday = addDays(firstMonday, (Number(found[2]) - 1) * 7)
  return isoWeekOf(monday) === text ? monday : null
}

function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function formatDay(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
