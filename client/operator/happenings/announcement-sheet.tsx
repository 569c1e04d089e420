import { createSignal, type JSX } from 'solid-js'
import type { AnnouncementText } from '../../../domain/bookings/wishes/community-requests.ts'
import type { Announcement } from '../../../domain/community/events/announcement.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { DayFields } from './day-fields.tsx'
import { sendHappening } from './send-happening.ts'
import { TextFields } from './text-fields.tsx'
import { TierChoice } from './tier-choice.tsx'

const { happenings } = words

export function AnnouncementSheet(props: {
  readonly space: Space
  /** Null for a new one. */
  readonly announcement: Announcement | null
  readonly onClose: () => void
}): JSX.Element {
  const [draft, setDraft] = createSignal(textOf(props.announcement, props.space))
  const set = (change: Partial<AnnouncementText>) => setDraft({ ...draft(), ...change })
  async function send(): Promise<string | null> {
    const announcement = { ...draft(), title: draft().title.trim() }
    if (announcement.title === '') return happenings.titleMissing
    const siteId = props.space.catalogue.site.id
    const revision = props.announcement?.revision ?? 0
    return sendHappening('announcement.save', { siteId, announcement, revision })
  }
  return (
    <FormSheet
      submit={happenings.save}
      title={
        props.announcement === null ? happenings.newAnnouncement : happenings.changeAnnouncement
      }
      done={happenings.announcementSaved}
      send={send}
      onClose={props.onClose}
    >
      <TextFields
        title={draft().title}
        text={draft().text}
        onTitle={(title) => set({ title })}
        onText={(text) => set({ text })}
      />
      <DayFields days={draft()} onChange={set} />
      <TierChoice
        space={props.space}
        chosen={draft().tierIds}
        onChange={(tierIds) => set({ tierIds })}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={draft().isPinned}
          onChange={(event) => set({ isPinned: event.currentTarget.checked })}
        />
        {happenings.pin}
      </label>
    </FormSheet>
  )
}

function textOf(announcement: Announcement | null, { today }: Space): AnnouncementText {
  if (announcement === null) {
    return {
      ...{ id: freshId('announcement'), title: '', text: '', tierIds: [] },
      ...{ from: today, until: null, isPinned: false },
    }
  }
  const { id, title, text, tierIds, from, until, isPinned } = announcement
  return { id, title, text, tierIds, from, until, isPinned }
}
