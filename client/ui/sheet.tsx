import { type JSX, onCleanup, onMount } from 'solid-js'

/** A native dialog: focus stays inside, Escape closes, focus returns to where it was. */
export function Sheet(props: {
  readonly title: string
  readonly onClose: () => void
  readonly children: JSX.Element
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined
  const before = document.activeElement
  onMount(() => {
    dialog?.showModal()
    // A tap beside the sheet closes it, as Escape does.
    dialog?.addEventListener('click', (event) => {
      if (event.target === dialog) dialog?.close()
    })
  })
  onCleanup(() => {
    if (before instanceof HTMLElement) before.focus()
  })
  return (
    <dialog ref={dialog} class="sheet" aria-label={props.title} onClose={() => props.onClose()}>
      {props.children}
    </dialog>
  )
}
