/** What a member has asked the team, the latest first; each leads to where it is answered. It is on this device, so it is here without a connection too. */
import { For, type JSX, Show } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { words } from '../../ui/team-words.ts'
import { createSupportDesk } from '../support/desk-model.ts'

/** Older ones are in the queue, under what is resolved. */
const SHOWN_MAX = 10

export function MemberRequests(props: {
  readonly space: Space
  readonly memberId: string
}): JSX.Element {
  const desk = createSupportDesk(() => props.space)
  const own = () =>
    desk
      .tickets()
      .filter(({ memberId }) => memberId === props.memberId)
      .sort((a, b) => b.lastAt - a.lastAt)
  return (
    <section class="stack" data-gap="small">
      <h2>{words.supportDesk.list}</h2>
      <Show when={own().length > 0} fallback={<p>{words.people.noRequests}</p>}>
        <ul class="waiting">
          <For each={own().slice(0, SHOWN_MAX)}>
            {({ id, number, subject, state, lastAt }) => (
              <li>
                <span>
                  <a dir="auto" href={`/operator/messages?request=${id}`}>
                    {subject}
                  </a>
                  <br />
                  <span class="soft">
                    {words.support.number(number || null)} ·{' '}
                    {momentText(props.space.catalogue.zone, lastAt, props.space.today)}
                  </span>
                </span>
                <span class="soft">{words.support.states[state]}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
