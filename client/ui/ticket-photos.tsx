/** Pictures of one entry of a request: small ones side by side, each a link to the whole of it. */
import { For, type JSX, Show } from 'solid-js'
import type { TicketPhoto } from '../../domain/bookings/wishes/support-requests.ts'
import { photoPath } from '../../domain/sites/photo.ts'
import { words } from './words.ts'

export function TicketPhotos(props: {
  readonly siteId: string
  readonly photos: readonly TicketPhoto[]
}): JSX.Element {
  return (
    <Show when={props.photos.length > 0}>
      <div class="thread-photos">
        <For each={props.photos}>
          {(photo, index) => (
            <a href={photoPath(props.siteId, photo.full)} target="_blank" rel="noopener">
              <img
                src={photoPath(props.siteId, photo.small)}
                alt={words.support.photo(index() + 1)}
                width={photo.width}
                height={photo.height}
                loading="lazy"
                decoding="async"
              />
            </a>
          )}
        </For>
      </div>
    </Show>
  )
}
