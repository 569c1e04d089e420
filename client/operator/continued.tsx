import { type JSX, Show } from 'solid-js'
import { words } from '../ui/team-words.ts'
import type { FormDraft } from './form-draft.ts'

/** Says that a form goes on where it was left, and how to begin again. */
export function Continued<Value>(props: { readonly draft: FormDraft<Value> }): JSX.Element {
  return (
    <Show when={props.draft.isContinued()}>
      <div class="row" data-spread>
        <p class="soft">{words.operator.continued}</p>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => props.draft.startAnew()}
        >
          {words.operator.startAnew}
        </button>
      </div>
    </Show>
  )
}
