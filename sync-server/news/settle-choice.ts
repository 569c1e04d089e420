/** `news.choose`, `reminders.choose` and `language.choose`: how a member wants to be told. A choice counts whenever it arrives: it is about what comes after it. */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { NewsChoice } from '../../domain/memberships/news-choice.ts'
import { withWay } from '../../domain/memberships/news-choice.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'

const chooseWay = settlementKind<'news.choose', null>({
  kind: 'news.choose',
  load: async () => null,
  decide: ({ kind, body: { category, channel, isOn } }, _facts, { id, news }) =>
    chosen(id, withWay(news, category, channel, isOn), {
      command: kind,
      detail: `${category}/${channel} ${isOn ? 'on' : 'off'}`,
    }),
})

const chooseReminders = settlementKind<'reminders.choose', null>({
  kind: 'reminders.choose',
  load: async () => null,
  decide: ({ kind, body: { reminders } }, _facts, { id, news }) =>
    chosen(id, { ...news, reminders }, { command: kind, detail: reminders ?? 'default' }),
})

/** Any language: of several locations, each has its own. */
const chooseLanguage = settlementKind<'language.choose', null>({
  kind: 'language.choose',
  load: async () => null,
  decide: ({ kind, body: { language } }, _facts, { id, news }) =>
    chosen(id, { ...news, language }, { command: kind, detail: language ?? 'default' }),
})

function chosen(
  memberId: MemberId,
  news: NewsChoice,
  trail: { readonly command: string; readonly detail: string },
): Decision {
  return {
    outcome: granted,
    facts: [
      { kind: 'news-choice', memberId, news },
      { kind: 'audit', subject: memberId, ...trail },
    ],
  }
}

export const choiceKinds = [chooseWay, chooseReminders, chooseLanguage]
