import { type JSX, Show } from 'solid-js'
import { unreadOf } from '../../../domain/community/messages/message-view.ts'
import { createOwnThreads } from '../../app/own-messages.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/words.ts'

/** The way to one's messages; also where they are turned off, because what was written stays. */
export function MessagesLink(props: { readonly space: Space }): JSX.Element {
  const own = createOwnThreads()
  const threads = () => own()?.threads ?? []
  const isThere = () => props.space.catalogue.site.hasMessages || threads().length > 0
  const unread = () => unreadOf(threads())
  return (
    <Show when={isThere()}>
      <a class="card row" data-spread href="/community/messages">
        <span class="row">
          <Icon name="message" />
          {words.threads.title}
        </span>
        <span class="row">
          <Show when={unread() > 0}>
            <span>{words.threads.unread(unread())}</span>
          </Show>
          <Icon name="next" />
        </span>
      </a>
    </Show>
  )
}
