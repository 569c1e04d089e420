import { createSignal, For, type JSX, Show } from 'solid-js'
import type { AnnouncementText } from '../../../domain/bookings/wishes/community-requests.ts'
import {
  type Announcement,
  type EarlierWords,
  wasShown,
} from '../../../domain/community/events/announcement.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { momentWithin } from '../../ui/moment-text.ts'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/words.ts'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { WhenOffline } from '../when-offline.tsx'
import { DayFields } from './day-fields.tsx'
import { sendHappening } from './send-happening.ts'
import { TextFields } from './text-fields.tsx'
import { TierChoice } from './tier-choice.tsx'

const { happenings } = words

export function AnnouncementSheet(props: {
  readonly space: Space
  /** Null for a new one. */
  readonly announcement: Announcement | null
  /** What it said before, the latest first. */
  readonly earlier: readonly EarlierWords[]
  readonly onClose: () => void
}): JSX.Element {
  const form = createFormDraft(
    `announcement/${props.announcement?.id ?? props.space.catalogue.site.id}`,
    textOf(props.announcement, props.space),
    props.announcement?.revision ?? 0,
  )
  const { value: draft, change: set } = form
  const [isToldAgain, setIsToldAgain] = createSignal(false)
  /** What nobody could read yet has no earlier words, and is told on its first day. */
  const isOut = () => props.announcement !== null && wasShown(props.announcement, props.space.today)
  async function send(): Promise<string | null> {
    const announcement = { ...draft(), title: draft().title.trim() }
    if (announcement.title === '') return happenings.titleMissing
    const siteId = props.space.catalogue.site.id
    const again = isToldAgain() ? { tellAgain: true as const } : {}
    const wish = { siteId, announcement, revision: form.revision(), ...again }
    const why = await sendHappening('announcement.save', wish)
    if (why === null) form.end()
    return why
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
      <Continued draft={form} />
      <WhenOffline isKept />
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
      <Show when={isOut()}>
        <label class="choice">
          <input
            type="checkbox"
            aria-describedby="tell-again-hint"
            onChange={(event) => setIsToldAgain(event.currentTarget.checked)}
          />
          {happenings.tellAgain}
        </label>
        <p class="soft" id="tell-again-hint">
          {happenings.tellAgainHint}
        </p>
      </Show>
      <Show when={props.earlier.length > 0}>
        <Earlier words={props.earlier} space={props.space} />
      </Show>
    </FormSheet>
  )
}

function Earlier(props: {
  readonly words: readonly EarlierWords[]
  readonly space: Space
}): JSX.Element {
  const until = ({ changedAt, isToldAgain }: EarlierWords) => {
    const { catalogue, today } = props.space
    const when = happenings.saidUntil(momentWithin(catalogue.zone, changedAt, today))
    return isToldAgain ? `${when}, ${happenings.thenToldAgain}` : when
  }
  return (
    <details>
      <summary>{happenings.earlierWords(props.words.length)}</summary>
      <ul class="stack">
        <For each={props.words}>
          {(one) => (
            <li class="stack" data-gap="small">
              <p class="soft">{until(one)}</p>
              <strong dir="auto">{one.title}</strong>
              <SaidText text={one.text} />
            </li>
          )}
        </For>
      </ul>
    </details>
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
