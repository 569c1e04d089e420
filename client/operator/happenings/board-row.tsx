/** One of what stands on the team's board: its title, what there is to say of it, to change it, and to take it down. */
import type { JSX } from 'solid-js'
import { words } from '../../ui/words.ts'

const { happenings } = words

export function BoardRow(props: {
  readonly title: string
  readonly summary: string
  readonly changeLabel: string
  readonly remove: string
  readonly removeLabel: string
  readonly onChange: () => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <li class="card row" data-spread>
      <div>
        <h3 dir="auto">{props.title}</h3>
        <p class="soft">{props.summary}</p>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          aria-label={props.changeLabel}
          onClick={() => props.onChange()}
        >
          {happenings.change}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={props.removeLabel}
          onClick={() => props.onRemove()}
        >
          {props.remove}
        </button>
      </div>
    </li>
  )
}
