import { createSignal, type JSX, Show } from 'solid-js'
import type { Announcement } from '../../../domain/community/events/announcement.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { momentWithin } from '../../ui/moment-text.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { AnnouncementSheet } from './announcement-sheet.tsx'
import { createAllAnnouncements, createEarlierWords, createReads } from './board-model.ts'
import { BoardRow } from './board-row.tsx'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

export function Announcements(props: { readonly space: Space }): JSX.Element {
  const announcements = createAllAnnouncements(() => props.space)
  const earlierOf = createEarlierWords(() => props.space)
  const readsOf = createReads(() => props.space)
  const [opened, setOpened] = createSignal<{ readonly of: Announcement | null } | null>(null)
  return (
    <section class="stack" aria-labelledby="announcements">
      <div class="row" data-spread>
        <h2 id="announcements">{happenings.announcements}</h2>
        <button type="button" class="button" onClick={() => setOpened({ of: null })}>
          <Icon name="plus" />
          {happenings.newAnnouncement}
        </button>
      </div>
      <ul class="stack">
        <KeyedFor
          each={announcements() ?? []}
          by={({ id }) => id}
          fallback={
            <li class="empty">
              <Icon name="news" />
              <p>{happenings.noAnnouncements}</p>
            </li>
          }
        >
          {(one) => (
            <Row
              announcement={one()}
              reads={readsOf(one().id)}
              space={props.space}
              onChange={() => setOpened({ of: one() })}
            />
          )}
        </KeyedFor>
      </ul>
      <Show when={opened()} keyed>
        {({ of }) => (
          <AnnouncementSheet
            space={props.space}
            announcement={of}
            earlier={of === null ? [] : earlierOf(of.id)}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </section>
  )
}

function Row(props: {
  readonly announcement: Announcement
  readonly reads: number
  readonly space: Space
  readonly onChange: () => void
}): JSX.Element {
  const title = () => props.announcement.title
  const when = () => {
    const { from, until, changedAt } = props.announcement
    const { today, catalogue } = props.space
    const first = happenings.shownFrom(words.amounts.dateWithin(from, today))
    const last =
      until === null ? [] : [happenings.shownUntil(words.amounts.dateWithin(until, today))]
    const changed =
      changedAt === null
        ? []
        : [happenings.changedAt(momentWithin(catalogue.zone, changedAt, today))]
    return [first, ...last, ...changed, happenings.reads(props.reads)].join(' · ')
  }
  async function remove(): Promise<void> {
    const { siteId, id: announcementId } = props.announcement
    const why = await sendHappening('announcement.remove', { siteId, announcementId })
    showToast(why ?? happenings.removed)
  }
  return (
    <BoardRow
      title={title()}
      summary={when()}
      changeLabel={happenings.changeLabel(title())}
      remove={happenings.remove}
      removeLabel={happenings.removeLabel(title())}
      onChange={props.onChange}
      onRemove={() => void remove()}
    />
  )
}
