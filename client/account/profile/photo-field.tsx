/** The member's picture: cut to a square here, kept on the device until the space has it. */
import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Portrait } from '../../ui/person-card.tsx'
import { words } from '../../ui/words.ts'
import { cropSquare } from './crop-square.ts'
import { ShowSwitch } from './line-field.tsx'
import type { OwnProfile } from './profile-state.ts'

const { community } = words

export function PhotoField(props: {
  readonly own: OwnProfile
  readonly name: string
  readonly siteId: string
}): JSX.Element {
  const [isUnreadable, setIsUnreadable] = createSignal(false)
  const url = createPortraitUrl(props.own)
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return
    const bytes = await cropSquare(file)
    setIsUnreadable(bytes === null)
    if (bytes !== null) props.own.setPortrait({ siteId: props.siteId, bytes })
  }
  function remove(): void {
    props.own.setPortrait(null)
    props.own.write({ kind: 'field', field: 'photo', value: '' })
  }
  return (
    <div class="profile-part">
      <div class="row">
        <Portrait name={props.name} url={url()} />
        <label class="button">
          {url() === null ? community.choosePicture : community.changePicture}
          <input
            type="file"
            class="visually-hidden"
            accept="image/png,image/jpeg,image/webp"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
        <Show when={url() !== null}>
          <button type="button" class="button" data-kind="quiet" onClick={remove}>
            {community.removePicture}
          </button>
        </Show>
      </div>
      <p role="status" class="soft">
        <Show when={props.own.portrait()}>{community.pictureWaits}</Show>
      </p>
      <p role="alert" class="state" data-tone="problem">
        <Show when={isUnreadable()}>{community.pictureUnreadable}</Show>
        <Show when={props.own.isPortraitRefused()}>{community.pictureRefused}</Show>
      </p>
      <ShowSwitch own={props.own} part="photo" />
    </div>
  )
}

/** Of the picture that waits on this device, else of the one that the space keeps. */
export function createPortraitUrl(own: OwnProfile): () => string | null {
  const waiting = createMemo(() => {
    const portrait = own.portrait()
    if (portrait === null) return null
    const url = URL.createObjectURL(new Blob([portrait.bytes], { type: 'image/jpeg' }))
    onCleanup(() => URL.revokeObjectURL(url))
    return url
  })
  return () => {
    const { photo } = own.profile()
    return waiting() ?? (photo === '' ? null : `/api/photos/${photo}`)
  }
}
