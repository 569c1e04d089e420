/** Pictures of a place, side by side: the small ones in the strip, the whole one of each a tap away. */
import './photos.css'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { type Photo, photoPath } from '../../domain/sites/photo.ts'
import type { Resource } from '../../domain/sites/resource.ts'

export function PhotoStrip(props: {
  readonly resource: Pick<Resource, 'siteId' | 'photos'>
}): JSX.Element {
  const [opened, setOpened] = createSignal<Photo | null>(null)
  const pathOf = (hash: string) => photoPath(props.resource.siteId, hash)
  return (
    <>
      <ul class="photos">
        <For each={props.resource.photos}>
          {(photo) => (
            <li>
              <button
                type="button"
                aria-expanded={opened() === photo}
                onClick={() => setOpened(opened() === photo ? null : photo)}
              >
                <img
                  src={pathOf(photo.small)}
                  alt={photo.alt}
                  width={photo.width}
                  height={photo.height}
                  decoding="async"
                />
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={opened()}>
        {(photo) => (
          <figure class="photo-whole">
            <img
              src={pathOf(photo().full)}
              alt={photo().alt}
              width={photo().width}
              height={photo().height}
            />
            <figcaption class="soft">{photo().alt}</figcaption>
          </figure>
        )}
      </Show>
    </>
  )
}
