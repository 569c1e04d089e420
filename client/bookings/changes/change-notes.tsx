/** A change that is on its way, and the space's no to the last wish: beside the booking's own state, never instead of it. */
import { type JSX, Show } from 'solid-js'
import { createStatus } from '../../store/status.ts'
import { words } from '../../ui/words.ts'
import { AnswerNotice } from './answer-notice.tsx'
import type { WishedChange } from './change-model.ts'
import { placeText, type Seen } from './place-text.ts'

export function ChangeNotes(
  props: Seen & { readonly onTake: (start: WishedChange) => void },
): JSX.Element {
  const status = createStatus()
  const isOffline = () => status()?.state !== 'online'
  return (
    <>
      <Show when={props.row.change}>
        {(to) => (
          <p class="notice" data-tone="held">
            {isOffline()
              ? words.changes.savedHere(placeText(props, to()))
              : words.changes.onItsWay(placeText(props, to()))}
          </p>
        )}
      </Show>
      <Show when={props.row.wish === 'end'}>
        <p class="notice" data-tone="held">
          {isOffline() ? words.changes.endSaved : words.changes.ending}
        </p>
      </Show>
      <Show when={props.row.wish === null && props.row.answer}>
        {(answer) => <AnswerNotice {...props} answer={answer()} />}
      </Show>
    </>
  )
}
