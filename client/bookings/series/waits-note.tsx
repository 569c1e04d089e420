/** What it means to wait for dates of a series. */
import { type JSX, Show } from 'solid-js'
import { words } from '../../ui/words.ts'

export function WaitsNote(props: { readonly count: number }): JSX.Element {
  return (
    <div role="status">
      <Show when={props.count > 0}>
        <p class="soft">{words.series.waitsNote(props.count)}</p>
      </Show>
    </div>
  )
}
