import type { Accessor } from 'solid-js'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import { type NewsChoice, withWay } from '../../domain/memberships/news-choice.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** How the member wants to be told, with what this device has wished since and has no answer about. */
export function createNewsChoice(told: () => NewsChoice): {
  readonly choice: Accessor<NewsChoice>
  readonly isOpen: Accessor<boolean>
} {
  const rows = createLiveQuery(() =>
    database().intents.where('state').anyOf('saved', 'received').sortBy('seq'),
  )
  const wishes = () =>
    (rows() ?? []).flatMap(({ intent }) =>
      intent.kind === 'news.choose' ||
      intent.kind === 'reminders.choose' ||
      intent.kind === 'language.choose'
        ? [intent]
        : [],
    )
  const choice = () => wishes().reduce(withWish, told())
  return { choice, isOpen: () => wishes().length > 0 }
}

function withWish(
  choice: NewsChoice,
  wish: Intent<'news.choose'> | Intent<'reminders.choose'> | Intent<'language.choose'>,
): NewsChoice {
  if (!('isOn' in wish.body)) return { ...choice, ...wish.body }
  const { category, channel, isOn } = wish.body
  return withWay(choice, category, channel, isOn)
}
