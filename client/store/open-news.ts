import { type Accessor, createMemo } from 'solid-js'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import { type NewsChoice, withWay } from '../../domain/memberships/news-choice.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
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
  // What is read again and says the same leaves a box alone that somebody has just ticked and whose wish is on its way to the disk.
  const choice = createMemo(() => wishes().reduce(withWish, told()), undefined, {
    equals: (one, other) => fingerprint(one) === fingerprint(other),
  })
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
