/** Pictures of one entry of a request: small ones side by side, each a link to the whole of it. */
import { createSignal, For, type JSX, Show } from 'solid-js'
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
            <Photo siteId={props.siteId} photo={photo} name={words.support.photo(index() + 1)} />
          )}
        </For>
      </div>
    </Show>
  )
}

/** Pictures are not kept on the device: without a network a sentence stands in their place. */
function Photo(props: {
  readonly siteId: string
  readonly photo: TicketPhoto
  readonly name: string
}): JSX.Element {
  const [isGone, setIsGone] = createSignal(false)
  return (
    <Show when={!isGone()} fallback={<p class="soft">{words.support.photoGone}</p>}>
      <a href={photoPath(props.siteId, props.photo.full)} target="_blank" rel="noopener">
        <img
          src={photoPath(props.siteId, props.photo.small)}
          alt={props.name}
          width={props.photo.width}
          height={props.photo.height}
          loading="lazy"
          decoding="async"
          onError={() => setIsGone(true)}
        />
      </a>
    </Show>
  )
}
