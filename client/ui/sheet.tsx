import { type JSX, onCleanup, onMount } from 'solid-js'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** A native dialog: focus stays inside, Escape and a tap beside it close, focus returns to where it was. */
export function Sheet(props: {
  readonly title: string
  /** Stands beside the title. */
  readonly beside?: JSX.Element
  readonly onClose: () => void
  readonly children: JSX.Element
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined
  let isGone = false
  const before = document.activeElement
  onMount(() => {
    dialog?.showModal()
    dialog?.addEventListener('click', (event) => {
      if (event.target === dialog) dialog?.close()
    })
  })
  onCleanup(() => {
    // Closed by what it did, it is still open, and nothing below it can take the focus.
    isGone = true
    dialog?.close()
    // What opened it may be gone by now: the desk is booked, its button with it.
    const isThere = before instanceof HTMLElement && before.isConnected
    const back = isThere ? before : document.getElementById('main')
    back?.focus({ preventScroll: !isThere })
  })
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={props.title}
      onClose={() => isGone || props.onClose()}
    >
      <div class="sheet-head">
        <h2 tabindex="-1" autofocus>
          {props.title}
        </h2>
        {props.beside}
        <button
          type="button"
          class="button"
          data-kind="icon"
          aria-label={words.app.close}
          onClick={() => dialog?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {props.children}
    </dialog>
  )
}
