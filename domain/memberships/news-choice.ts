/**
 * By which ways a member wants to be told of what. What is not switched off is sent, so that a category of a later version is not silent
 * for those who chose before there was one.
 */
import type { ReminderChoice } from '../sites/news-settings.ts'

export const newsChannels = ['mail', 'push'] as const
export type NewsChannel = (typeof newsChannels)[number]

export const newsCategories = [
  'bookings',
  'events',
  'reminders',
  'money',
  'membership',
  'help',
  'messages',
] as const
export type NewsCategory = (typeof newsCategories)[number]

export type NewsWay = `${NewsCategory}/${NewsChannel}`

export interface NewsChoice {
  readonly off: readonly NewsWay[]
  /** Null: as their location has it. */
  readonly reminders: ReminderChoice | null
  /** In which they read what a location says in its own words, where it does; null: the usual one. */
  readonly language: string | null
}

export const usualNewsChoice: NewsChoice = { off: [], reminders: null, language: null }

/** What is owed and what a membership is must reach its member: mail about them stays on. */
const always: readonly NewsWay[] = ['money/mail', 'membership/mail']

export function maySwitchOff(category: NewsCategory, channel: NewsChannel): boolean {
  return !always.includes(`${category}/${channel}`)
}

export function isWanted(
  choice: Pick<NewsChoice, 'off'>,
  category: NewsCategory,
  channel: NewsChannel,
): boolean {
  return !maySwitchOff(category, channel) || !choice.off.includes(`${category}/${channel}`)
}

/** One box of the matrix set: what other devices set beside it stays as it is. */
export function withWay(
  choice: NewsChoice,
  category: NewsCategory,
  channel: NewsChannel,
  isOn: boolean,
): NewsChoice {
  const way: NewsWay = `${category}/${channel}`
  const others = choice.off.filter((one) => one !== way)
  const isOff = !isOn && maySwitchOff(category, channel)
  return { ...choice, off: isOff ? [...others, way] : others }
}
