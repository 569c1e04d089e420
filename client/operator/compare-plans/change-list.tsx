/** What differs, as a list: each line brings its thing into sight on both sides. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { words } from '../../ui/team-words.ts'
import type { ToldChange } from './compare-model.ts'

/** Lines at first; a floor that was drawn anew has hundreds. */
const SHOWN_FIRST = 40

export function ChangeList(props: {
  readonly changes: readonly ToldChange[]
  readonly isResized: boolean
  readonly focused: ToldChange | null
  readonly onFocus: (change: ToldChange) => void
}): JSX.Element {
  const [isAll, setIsAll] = createSignal(false)
  const shown = () => (isAll() ? props.changes : props.changes.slice(0, SHOWN_FIRST))
  const more = () => props.changes.length - shown().length
  const isNothing = () => props.changes.length === 0 && !props.isResized
  return (
    <section class="compared-changes stack" data-gap="small" aria-label={words.comparison.list}>
      <p role="status">
        {isNothing() ? words.comparison.same : words.comparison.differs(props.changes.length)}
        <Show when={props.isResized}> {words.comparison.resized}</Show>
      </p>
      <ul class="editor-list">
        <For each={shown()}>
          {(change) => (
            <li>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-pressed={props.focused === change}
                aria-label={words.comparison.line(change.kind, change.text)}
                onClick={() => props.onFocus(change)}
              >
                <span class="compared-sign" data-change={change.kind} aria-hidden="true">
                  {words.comparison.signs[change.kind]}
                </span>
                {words.comparison.line(change.kind, change.text)}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={more() > 0}>
        <button type="button" class="button" data-kind="quiet" onClick={() => setIsAll(true)}>
          {words.comparison.more(more())}
        </button>
      </Show>
    </section>
  )
}
