/** Pictures of a request that are on this device alone, as entries at the end of its thread. */
import { For, type JSX, Show } from 'solid-js'
import type { TicketId } from '../../domain/values/ids.ts'
import { words } from '../ui/words.ts'
import { createPictures, removePicture } from './ticket-pictures.ts'

export function WaitingPictures(props: { readonly ticketId: TicketId }): JSX.Element {
  const pictures = createPictures(({ ticketId }) => ticketId === props.ticketId)
  return (
    <For each={pictures()}>
      {({ key, src, problem }, index) => (
        <li>
          <div class="thread-photos">
            <img src={src} alt={words.support.photo(index() + 1)} />
          </div>
          <Show when={problem} fallback={<p class="soft">{words.support.photoWaits}</p>}>
            {(why) => (
              <p class="state row" data-tone="problem">
                {words.support.photoRefused(why())}
                <button
                  type="button"
                  class="button"
                  data-kind="quiet"
                  onClick={() => void removePicture(key)}
                >
                  {words.support.removePhoto(index() + 1)}
                </button>
              </p>
            )}
          </Show>
        </li>
      )}
    </For>
  )
}
