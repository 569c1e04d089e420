/** Days as people type them: a weekday, `tomorrow`, `3 dec`, `dec 3`, `3.12.`, `2026-12-03`. Always today or later. */
import { addDays, isLocalDate, type LocalDate, mondayOf } from '../../values/local-date.ts'
import type { SearchVocabulary } from './vocabulary.ts'

export interface ReadDate {
  readonly date: LocalDate
  /** How many words said it. */
  readonly words: number
}

/** The day that the words from here on begin with, or null. */
export function readDate(
  [first = '', second = '']: readonly string[],
  words: SearchVocabulary,
  today: LocalDate,
): ReadDate | null {
  const day = (date: LocalDate | null, count: number) =>
    date === null || date < today ? null : { date, words: count }
  if (words.today.includes(first)) return day(today, 1)
  if (words.tomorrow.includes(first)) return day(addDays(today, 1), 1)
  if (isLocalDate(first)) return day(first, 1)
  const weekday = words.weekdays.findIndex((forms) => forms.includes(first))
  if (weekday >= 0) return day(comingWeekday(today, weekday), 1)
  if (words.next.includes(first)) {
    const named = words.weekdays.findIndex((forms) => forms.includes(second))
    return named < 0 ? null : day(addDays(mondayOf(today), 7 + named), 2)
  }
  const numbers = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(first)
  if (numbers !== null) return day(comingDate(today, Number(numbers[2]), Number(numbers[1])), 1)
  return readMonth(first, second, words, today)
}

function readMonth(first: string, second: string, words: SearchVocabulary, today: LocalDate) {
  const month = (text: string) => words.months.findIndex((forms) => forms.includes(text)) + 1
  const number = (text: string) => Number(/^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(text)?.[1])
  const named = month(first) || month(second)
  const dayOfMonth = number(month(first) > 0 ? second : first)
  if (named === 0 || Number.isNaN(dayOfMonth)) return null
  const date = comingDate(today, named, dayOfMonth)
  return date === null ? null : { date, words: 2 }
}

/** Today counts: whoever says Thursday on a Thursday means it. */
function comingWeekday(today: LocalDate, index: number): LocalDate {
  const date = addDays(mondayOf(today), index)
  return date < today ? addDays(date, 7) : date
}

/** This year's, or next year's where this year's is over. Null where there is no such day, 29 February among them. */
function comingDate(today: LocalDate, month: number, day: number): LocalDate | null {
  const year = Number(today.slice(0, 4))
  const two = (number: number) => String(number).padStart(2, '0')
  const found = [year, year + 1]
    .map((one) => `${one}-${two(month)}-${two(day)}`)
    .filter((text) => isLocalDate(text))
  return found.find((date) => date >= today) ?? null
}
