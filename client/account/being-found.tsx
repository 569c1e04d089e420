/** Whether other members see where one sits: off until said otherwise, with who sees it and when it ends. */
import { createMemo, type JSX, Show } from 'solid-js'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { deviceNow } from '../app/clock.ts'
import type { Space } from '../app/with-space.tsx'
import { createOpenSharing } from '../store/people-here.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** A yes that reaches the space later than this was about another time. */
const USEFUL_MS = 30 * DAY_MS

export function BeingFound(props: { readonly space: Space }): JSX.Element {
  const wished = createOpenSharing()
  const site = () => props.space.catalogue.site
  const isFindable = createMemo(() => wished() ?? props.space.member.isFindable)
  async function set(next: boolean): Promise<void> {
    const deadlineAt = toInstant(deviceNow() + USEFUL_MS)
    const answer = await writeIntent('presence.share', { isFindable: next }, { deadlineAt })
    if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
  }
  return (
    <section class="stack" data-gap="small">
      <h2>{words.presence.title}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={isFindable()}
          aria-describedby="being-found"
          onChange={(event) => void set(event.currentTarget.checked)}
        />
        {words.presence.share}
      </label>
      <div id="being-found" class="stack" data-gap="small">
        <p class="soft">{words.presence.sentence(site().name)}</p>
        <p class="soft">{words.presence.screens}</p>
      </div>
      <p role="status">
        {wished() === null
          ? isFindable()
            ? words.presence.on
            : words.presence.off
          : words.presence.saving}
      </p>
      <Show when={!site().membersFindEachOther}>
        <p class="notice">{words.presence.offHere(site().name)}</p>
      </Show>
    </section>
  )
}
