/** Pictures of a place: added one by one, each with what there is to see; taken away, and back again, until it is saved. */
import '../../ui/photos.css'
import { createSignal, Index, type JSX, Show } from 'solid-js'
import { type Photo, photoPath } from '../../../domain/sites/photo.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { limits } from '../../../domain/values/limits.ts'
import { words } from '../../ui/team-words.ts'
import { addPhoto } from './add-photo.ts'
import { TextField } from './fields.tsx'

interface FieldProps {
  readonly resource: Resource
  readonly problemAt: (field: string) => string | null
  readonly onChange: (photos: readonly Photo[]) => void
}

export function PhotosField(props: FieldProps): JSX.Element {
  const [removed, setRemoved] = createSignal<readonly Photo[] | null>(null)
  const photos = () => props.resource.photos
  const replace = (at: number, photo: Photo) =>
    props.onChange(photos().map((one, index) => (index === at ? photo : one)))
  function remove(at: number): void {
    setRemoved(photos())
    props.onChange(photos().filter((_, index) => index !== at))
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.photos.title}</legend>
      <Index each={photos()}>
        {(photo, at) => (
          <div class="photo-row">
            <img
              src={photoPath(props.resource.siteId, photo().small)}
              alt={photo().alt}
              width={photo().width}
              height={photo().height}
            />
            <TextField
              label={words.photos.alt}
              hint={words.photos.altHint}
              value={photo().alt}
              problem={props.problemAt(`photos.${at}.alt`)}
              onChange={(alt) => replace(at, { ...photo(), alt })}
            />
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={words.photos.removeNamed(photo().alt)}
              onClick={() => remove(at)}
            >
              {words.settings.remove}
            </button>
          </div>
        )}
      </Index>
      <Show when={removed()}>
        {(before) => (
          <p class="row" role="status">
            {words.photos.removed}
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => {
                props.onChange(before())
                setRemoved(null)
              }}
            >
              {words.bookings.undo}
            </button>
          </p>
        )}
      </Show>
      <AddButton {...props} onAdded={() => setRemoved(null)} />
    </fieldset>
  )
}

function AddButton(props: FieldProps & { readonly onAdded: () => void }): JSX.Element {
  const [state, setState] = createSignal<'idle' | 'sending'>('idle')
  const [trouble, setTrouble] = createSignal('')
  async function add(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    if (file === undefined) return
    setState('sending')
    setTrouble('')
    const answer = await addPhoto(props.resource.siteId, file)
    input.value = ''
    setState('idle')
    if (answer.kind === 'refused') return void setTrouble(answer.message)
    props.onAdded()
    props.onChange([...props.resource.photos, answer.photo])
  }
  return (
    <>
      <Show
        when={props.resource.photos.length < limits.photosMax}
        fallback={<p class="soft">{words.photos.enough(limits.photosMax)}</p>}
      >
        <label class="field">
          {words.photos.add}
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={state() === 'sending'}
            onChange={(event) => void add(event.currentTarget)}
          />
        </label>
      </Show>
      <p role="status" class="soft">
        {state() === 'sending' ? words.photos.sending : ''}
      </p>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </>
  )
}
