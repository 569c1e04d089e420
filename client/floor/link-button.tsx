import type { JSX } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** Hands an address of the app on: to whatever somebody pastes it into. */
export function LinkButton(props: { readonly address: string }): JSX.Element {
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
      aria-label={words.floor.link.copy}
      title={words.floor.link.copy}
      onClick={() => void copy()}
    >
      <Icon name="link" />
    </button>
  )
}
