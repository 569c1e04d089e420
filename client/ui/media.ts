/** Whether a media query holds, as a signal: where a phone is given other elements than a desk, not only other measures. */
import { type Accessor, createSignal, onCleanup } from 'solid-js'

export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query)
  const [holds, setHolds] = createSignal(media.matches)
  const look = () => setHolds(media.matches)
  media.addEventListener('change', look)
  onCleanup(() => media.removeEventListener('change', look))
  return holds
}
