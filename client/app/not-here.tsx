/** What this device does not have: said only where it will not be here in a moment anyway. */
import { type JSX, Show } from 'solid-js'
import { createStatus } from '../store/status.ts'
import { createLate } from '../ui/late.ts'

/** What has not arrived by then is said to be missing. */
const ARRIVES_MS = 3_000

/** True while something that the space sends to this device is missing and nothing says that it will not come. */
export function createOnItsWay(isMissing: () => boolean): () => boolean {
  const status = createStatus()
  const isExpected = () =>
    isMissing() && ['connecting', 'online'].includes(status()?.state ?? 'connecting')
  const isLate = createLate(isExpected, ARRIVES_MS)
  return () => isExpected() && !isLate()
}

/** Stands where it would be: quiet ground at first, the sentence once it is late or the space out of reach. */
export function NotHere(props: { readonly sentence: string }): JSX.Element {
  const isOnItsWay = createOnItsWay(() => true)
  return (
    <Show when={isOnItsWay()} fallback={<p>{props.sentence}</p>}>
      <div class="skeleton" aria-hidden="true" />
    </Show>
  )
}
