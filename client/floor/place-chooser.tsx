import { For, type JSX, Show } from 'solid-js'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import type { ChosenPlace } from './chosen-place.ts'
import { stateOf } from './looks.ts'
import { answerOf } from './place-answers.ts'
import { PlaceSign } from './place-sign.tsx'
import { stateSentence } from './place-words.ts'
import type { PlanModel } from './plan-model.ts'

/** A finger between places meant one of them: which, it is asked. */
export function PlaceChooser(props: {
  readonly model: PlanModel
  readonly chosen: ChosenPlace
}): JSX.Element {
  const { model, chosen } = props
  return (
    <Sheet title={words.floor.which} onClose={() => chosen.doubt([])}>
      <div class="stack found-places">
        <For each={chosen.doubts()}>
          {(id) => (
            <Show when={answerOf(model.answers(), id)}>
              {(answer) => (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    chosen.doubt([])
                    chosen.choose(id)
                  }}
                >
                  <span class="row">
                    <PlaceSign
                      state={stateOf(answer())}
                      isStale={model.telling().staleAt !== null}
                    />
                    {answer().resource.name}
                  </span>
                  <span class="soft">{stateSentence(answer(), model.telling())}</span>
                </button>
              )}
            </Show>
          )}
        </For>
      </div>
    </Sheet>
  )
}
