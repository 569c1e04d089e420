/** Adds pictures to words that are not sent yet; what is allowed is said before, and each is kept on this device at once. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { words } from '../ui/words.ts'
import { addPicture, createPictures, removePicture } from './ticket-pictures.ts'

export function PictureField(props: {
  readonly siteId: SiteId
  readonly draft: string
  /** Beside a reply, where the button says enough to whoever sees it. */
  readonly isBrief?: boolean
}): JSX.Element {
  const pictures = createPictures(
    ({ draft, ticketId }) => draft === props.draft && ticketId === null,
  )
  const [trouble, setTrouble] = createSignal('')
  const most = limits.ticketPhotosMax
  async function add(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])].slice(0, most - pictures().length)
    input.value = ''
    setTrouble('')
    for (const file of files) {
      const why = await addPicture(props.siteId, props.draft, file)
      if (why !== '') setTrouble(why)
    }
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend class={props.isBrief === true ? 'visually-hidden' : undefined}>
        {words.support.photos}
      </legend>
      <p class={props.isBrief === true ? 'visually-hidden' : 'soft'} id="pictures-hint">
        {words.support.photosHint(most)}
      </p>
      <ul class="stack" data-gap="small">
        <For each={pictures()}>
          {({ key, src }, index) => (
            <li class="picture-row">
              <img src={src} alt={words.support.photo(index() + 1)} />
              <button
                type="button"
                class="button"
                data-kind="quiet"
                onClick={() => void removePicture(key)}
              >
                {words.support.removePhoto(index() + 1)}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show
        when={pictures().length < most}
        fallback={<p class="soft">{words.support.photosEnough(most)}</p>}
      >
        <div>
          <label class="button">
            {words.support.addPhoto}
            <input
              type="file"
              class="visually-hidden"
              multiple
              accept="image/png,image/jpeg,image/webp"
              aria-describedby="pictures-hint"
              onChange={(event) => void add(event.currentTarget)}
            />
          </label>
        </div>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </fieldset>
  )
}
