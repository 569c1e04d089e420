/** What a location decides about what its members are told: when they are reminded by default, and when they are left alone. */
import { isLanguageCode, usualLanguage } from '../values/language-code.ts'
import { limits } from '../values/limits.ts'
import { problemIf, type SettingProblem } from './setting-problem.ts'

export const reminderChoices = ['hour', 'day', 'both', 'none'] as const
export type ReminderChoice = (typeof reminderChoices)[number]

export interface NewsSettings {
  /** Of members who chose nothing else (N-03). */
  readonly reminders: ReminderChoice
  /** Minutes after midnight: what can wait does not arrive in between (N-10). The same twice: at any time. */
  readonly quietFrom: number
  readonly quietUntil: number
  /** So many days before a bill its payer is told what it will come to (N-05). */
  readonly renewalDays: number
  /** In which the location says it in its own words, beside the usual one (N-09). */
  readonly languages: readonly string[]
}

/** A day before, a week before a bill, and nothing that can wait between eight and eight. */
export const usualNews: NewsSettings = {
  reminders: 'day',
  quietFrom: 20 * 60,
  quietUntil: 8 * 60,
  renewalDays: 7,
  languages: [],
}

export function newsSettingProblems(news: NewsSettings): readonly SettingProblem[] {
  return [
    ...problemIf(!isMinute(news.quietFrom), 'news.quietFrom', 'not-whole'),
    ...problemIf(!isMinute(news.quietUntil), 'news.quietUntil', 'not-whole'),
    ...problemIf(!isDays(news.renewalDays), 'news.renewalDays', 'not-whole'),
    ...languageProblems(news.languages),
  ]
}

function languageProblems(languages: readonly string[]): readonly SettingProblem[] {
  const all = [usualLanguage, ...languages]
  return [
    ...problemIf(!languages.every(isLanguageCode), 'news.languages', 'no-language'),
    ...problemIf(new Set(all).size < all.length, 'news.languages', 'same-twice'),
    ...problemIf(languages.length > limits.newsLanguagesMax, 'news.languages', 'too-many'),
  ]
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= limits.renewalDaysMax
}

function isMinute(minute: number): boolean {
  return Number.isInteger(minute) && minute >= 0 && minute < 1440
}
