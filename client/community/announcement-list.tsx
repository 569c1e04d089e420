/** What the team wants members to know. Whoever has it before their eyes has read it, which the team is told as a number. */
import { createEffect, For, type JSX, Show } from 'solid-js'
import type { Announcement } from '../../domain/community/events/announcement.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { momentWithin } from '../ui/moment-text.ts'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { createAnnouncements } from './happenings-model.ts'
import { noteRead } from './note-read.ts'

export function AnnouncementList(props: { readonly space: Space }): JSX.Element {
  const known = createAnnouncements(() => props.space)
  const announcements = () => known() ?? []
  createEffect(() => {
    const shown = announcements()
    if (shown.length > 0) void noteRead(props.space.catalogue.site.id, shown)
  })
  return (
    <Show when={announcements().length > 0}>
      <section class="stack" aria-labelledby="announcements">
        <h2 id="announcements">{words.happenings.announcements}</h2>
        <For each={announcements()}>{(one) => <Card announcement={one} space={props.space} />}</For>
      </section>
    </Show>
  )
}

function Card(props: { readonly announcement: Announcement; readonly space: Space }): JSX.Element {
  const one = () => props.announcement
  return (
    <article class="card stack" data-gap="small">
      <div class="row" data-spread>
        <h3 dir="auto">{one().title}</h3>
        <Show when={one().isPinned}>
          <span class="state">
            <Icon name="pin" />
            {words.happenings.pinned}
          </span>
        </Show>
      </div>
      <SaidText text={one().text} />
      <p class="soft">
        {words.amounts.date(one().from, props.space.today)}
        <Show when={one().changedAt}>
          {(at) =>
            ` · ${words.happenings.changedAt(momentWithin(props.space.catalogue.zone, at(), props.space.today))}`
          }
        </Show>
      </p>
    </article>
  )
}
