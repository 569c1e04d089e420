/** What a wish about being told may say. */
import * as v from 'valibot'
import { newsCategories, newsChannels } from '../../memberships/news-choice.ts'
import { reminderChoices } from '../../sites/news-settings.ts'
import { isLanguageCode } from '../../values/language-code.ts'
import { limits } from '../../values/limits.ts'

const language = v.custom<string>(isLanguageCode)
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))

export const newsBodies = {
  'news.choose': v.strictObject({
    category: v.picklist(newsCategories),
    channel: v.picklist(newsChannels),
    isOn: v.boolean(),
  }),
  'reminders.choose': v.strictObject({ reminders: v.nullable(v.picklist(reminderChoices)) }),
  'language.choose': v.strictObject({ language: v.nullable(language) }),
} as const

/** The part of a location's settings that is about news. */
export const newsSettings = v.strictObject({
  reminders: v.picklist(reminderChoices),
  quietFrom: minute,
  quietUntil: minute,
  renewalDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.renewalDaysMax)),
  languages: v.pipe(v.array(language), v.maxLength(limits.newsLanguagesMax)),
})
