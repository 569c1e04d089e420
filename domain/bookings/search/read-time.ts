/** Times as people type them: `14`, `14:30`, `2pm`, `9-5`, `14:00–16:00`. Minutes after midnight. */
import type { TimeSpan } from '../wishes/times-of-day.ts'
import type { SearchVocabulary } from './vocabulary.ts'

const clock = /^(\d{1,2})(?:[:.h](\d{2})?)?(\p{L}+)?$/u

interface ReadClock {
  readonly minute: number
  /** It says by itself that it is a time: a colon, or a half of the day. */
  readonly isPlain: boolean
  readonly half: 'forenoon' | 'afternoon' | null
}

export function readClock(text: string, words: SearchVocabulary): ReadClock | null {
  const found = clock.exec(text)
  if (found === null) return null
  const [, hours = '', minutes, suffix] = found
  const half = halfOf(suffix, words)
  if (suffix !== undefined && half === null) return null
  const minute = minuteOf(Number(hours), Number(minutes ?? 0), half)
  return minute === null ? null : { minute, isPlain: minutes !== undefined || half !== null, half }
}

function halfOf(suffix: string | undefined, words: SearchVocabulary): ReadClock['half'] {
  if (suffix === undefined) return null
  if (words.forenoon.includes(suffix)) return 'forenoon'
  return words.afternoon.includes(suffix) ? 'afternoon' : null
}

function minuteOf(hours: number, minutes: number, half: ReadClock['half']): number | null {
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  if (half === null) return hours * 60 + minutes
  if (hours < 1 || hours > 12) return null
  return ((hours % 12) + (half === 'afternoon' ? 12 : 0)) * 60 + minutes
}

/**
 * Both ends of a span. Where the second seems to come first the other half of the day is meant: `9-5` ends at five in the afternoon,
 * `2-4pm` begins at two in the afternoon. Null where no reading ends later than it begins.
 */
export function readSpan(from: string, until: string, words: SearchVocabulary): TimeSpan | null {
  const start = readClock(from, words)
  const end = readClock(until, words)
  if (start === null || end === null) return null
  const noon = 12 * 60
  const startMinute =
    start.half === null && end.half === 'afternoon' && start.minute + noon < end.minute
      ? start.minute + noon
      : start.minute
  const isLater = end.minute > startMinute
  const endMinute = isLater || end.half !== null ? end.minute : end.minute + noon
  const span = { from: startMinute, until: endMinute }
  return span.until > span.from && span.until <= 1440 ? span : null
}
