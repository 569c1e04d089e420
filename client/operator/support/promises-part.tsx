/** When members hear from the team, by category, and the answers it gives again and again. For managers to change. */
import { createEffect, createSignal, For, Index, type JSX, on } from 'solid-js'
import {
  type SavedReply,
  type SupportSettings,
  ticketCategories,
} from '../../../domain/bookings/wishes/support-requests.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { WhenOffline } from '../when-offline.tsx'
import { setUp } from './act.ts'
import type { SupportDesk } from './desk-model.ts'

export function PromisesPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const [draft, setDraft] = createSignal<SupportSettings>(props.desk.settings())
  const [trouble, setTrouble] = createSignal('')
  // Until somebody changes something it shows what there is.
  let isTouched = false
  createEffect(
    on(props.desk.settings, (settings) => {
      if (!isTouched) setDraft(settings)
    }),
  )
  const set = (change: Partial<SupportSettings>) => {
    isTouched = true
    setDraft({ ...draft(), ...change })
  }
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id: siteId } = props.space.catalogue.site
    const why = await setUp('support.save', { siteId, settings: draft() })
    setTrouble(why ?? '')
    if (why !== null) return
    isTouched = false
    showToast(words.supportDesk.saved)
  }
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      <p class="soft">{words.supportDesk.promisesHint}</p>
      <WhenOffline isKept />
      <div class="two-fields promises">
        <For each={Object.values(ticketCategories)}>
          {(category) => (
            <label class="field">
              {words.supportDesk.hours(words.support.categories[category])}
              <input
                type="number"
                inputmode="numeric"
                required
                min="1"
                max={limits.replyHoursMax}
                value={draft().replyHours[category]}
                onChange={({ currentTarget }) =>
                  set({
                    replyHours: { ...draft().replyHours, [category]: Number(currentTarget.value) },
                  })
                }
              />
            </label>
          )}
        </For>
      </div>
      <Replies replies={draft().savedReplies} onChange={(savedReplies) => set({ savedReplies })} />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary">
          {words.supportDesk.save}
        </button>
      </div>
    </form>
  )
}

function Replies(props: {
  readonly replies: readonly SavedReply[]
  readonly onChange: (replies: readonly SavedReply[]) => void
}): JSX.Element {
  const replace = (at: number, change: Partial<SavedReply>) =>
    props.onChange(props.replies.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <fieldset class="stack saved-replies">
      <legend>{words.supportDesk.savedReplies}</legend>
      <Index each={props.replies}>
        {(reply, at) => (
          <div class="stack">
            <label class="field">
              {words.supportDesk.replyTitle}
              <input
                required
                maxlength={limits.settingNameLengthMax}
                value={reply().title}
                onChange={(event) => replace(at, { title: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              {words.supportDesk.replyText}
              <textarea
                required
                rows="3"
                maxlength={limits.ticketTextLengthMax}
                value={reply().text}
                onChange={(event) => replace(at, { text: event.currentTarget.value })}
              />
            </label>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => props.onChange(props.replies.filter((_, index) => index !== at))}
            >
              {words.supportDesk.removeReply(reply().title)}
            </button>
          </div>
        )}
      </Index>
      <p>
        <button
          type="button"
          class="button"
          disabled={props.replies.length >= limits.savedRepliesMax}
          onClick={() => props.onChange([...props.replies, { title: '', text: '' }])}
        >
          {words.supportDesk.addReply}
        </button>
      </p>
    </fieldset>
  )
}
