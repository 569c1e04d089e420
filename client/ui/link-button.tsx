import type { JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import { showToast } from './toast.tsx'
import { words } from './words.ts'

/** Hands an address of the app on: to whatever somebody pastes it into. */
export function LinkButton(props: {
  readonly address: string
  /** Whose link it is, where that is not said beside it. */
  readonly label?: string
}): JSX.Element {
  const copy = async () => {
    const link = new URL(props.address, location.origin).href
    // Where the browser refuses the clipboard, the link is shown to be copied by hand.
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    )
    showToast(isCopied ? words.floor.link.copied : link)
  }
  return (
    <button
      type="button"
      class="button place-link"
      data-kind="icon"
      aria-label={props.label ?? words.floor.link.copy}
      title={props.label ?? words.floor.link.copy}
      onClick={() => void copy()}
    >
      <Icon name="link" />
    </button>
  )
}
