/** Wishes about how members are told, and about being found. */
import fc from 'fast-check'
import { reminderChoices, usualNews } from '../sites/news-settings.ts'
import { newsCategories, newsChannels } from './news-choice.ts'

export const ownWishes = {
  'guests.save': fc.constant({
    ...{ siteId: 'sit_harbour-loft', basedOn: null },
    guests: { keptDays: 14, consent: 'I follow the house rules.' },
  }),
  'news.save': fc.constant({ siteId: 'sit_harbour-loft', basedOn: null, news: usualNews }),
  'presence.share': fc.record({ isFindable: fc.boolean() }),
  'news.choose': fc.record({
    category: fc.constantFrom(...newsCategories),
    channel: fc.constantFrom(...newsChannels),
    isOn: fc.boolean(),
  }),
  'reminders.choose': fc.record({
    reminders: fc.option(fc.constantFrom(...reminderChoices)),
  }),
  'language.choose': fc.record({ language: fc.option(fc.constantFrom('de', 'pt-BR')) }),
} as const
