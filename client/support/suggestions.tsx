/** Answers that fit what is being typed; one that was enough is counted, and nothing is asked. */
import { createResource, For, type JSX, Show } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import { SaidText } from '../ui/said-text.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { createAnswers } from './help-model.ts'
import { loadFind } from './look-for.ts'
import { saySolved } from './write-ticket.ts'

/** More would be a page to read before one may ask. */
const SHOWN_MAX = 3

export function Suggestions(props: {
  readonly siteId: SiteId
  readonly text: string
  readonly onSolved: () => void
}): JSX.Element {
  const answers = createAnswers(() => props.siteId)
  const [find] = createResource(() => props.text !== '' && answers()?.listed, loadFind)
  const found = () => (find.latest?.(props.text) ?? []).slice(0, SHOWN_MAX)
  return (
    <section class="stack" data-gap="small" aria-live="polite">
      <Show when={props.text !== '' && found().length > 0}>
        <h2>{words.support.maybe}</h2>
        <For each={found()}>
          {(article) => (
            <details class="suggested">
              <summary dir="auto">{article.title}</summary>
              <SaidText text={article.body} />
              <button
                type="button"
                class="button"
                onClick={async () => {
                  const answer = await saySolved(props.siteId, article.id)
                  if (answer.kind === 'saved') props.onSolved()
                  else showToast(words.states.notSaved[answer.why])
                }}
              >
                {words.support.solved}
              </button>
            </details>
          )}
        </For>
      </Show>
    </section>
  )
}
