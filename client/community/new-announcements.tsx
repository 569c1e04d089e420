/** On Today: what the team has pinned, and what of its announcements nobody has read on this device yet. */
import { createEffect, type JSX, Show } from 'solid-js'
import { editionKey } from '../../domain/community/events/announcement.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { createAnnouncements } from './happenings-model.ts'
import { readBefore } from './note-read.ts'

/** All of them are in Community. */
const SHOWN_MAX = 3

export function NewAnnouncements(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const announcements = createAnnouncements(() => props.space)
  const known = readBefore()
  createEffect(() => {
    if (announcements() !== undefined) props.onKnown()
  })
  const shown = () =>
    (announcements() ?? [])
      .filter((one) => one.isPinned || !known.has(editionKey(one)))
      .slice(0, SHOWN_MAX)
  return (
    <Show when={shown().length > 0}>
      <section class="stack" aria-labelledby="new-announcements">
        <h2 id="new-announcements">{words.home.announcements}</h2>
        <ul class="stack" data-gap="small">
          <KeyedFor each={shown()} by={({ id }) => id}>
            {(one) => (
              <li>
                <a class="card row" data-spread href="/community">
                  <span class="grow">
                    <strong dir="auto">{one().title}</strong>
                    <Show when={one().changedAt !== null}>
                      <span class="soft"> · {words.happenings.changed}</span>
                    </Show>
                    <br />
                    <span class="soft one-line" dir="auto">
                      {one().text}
                    </span>
                  </span>
                  <Icon name={one().isPinned ? 'pin' : 'next'} />
                </a>
              </li>
            )}
          </KeyedFor>
        </ul>
      </section>
    </Show>
  )
}
