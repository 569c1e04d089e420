/** One kind of things as a layer: out of sight while one draws something else, or locked so that nobody moves it by mistake. */
import type { JSX } from 'solid-js'
import type { DraftObjectKind } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'

export function LayerChoice(props: {
  readonly editor: Editor
  readonly kind: DraftObjectKind
}): JSX.Element {
  const { editor } = props
  const its = () => editor.objects().filter(([, { kind }]) => kind === props.kind)
  const isLocked = () => its().every(([, object]) => object.isLocked)
  const isHidden = () => editor.hidden().has(props.kind)
  const name = () => words.drawing.kinds[props.kind]
  return (
    <div class="row">
      <button
        type="button"
        class="chip"
        aria-label={words.layers.hide(name())}
        aria-pressed={isHidden()}
        onClick={() => editor.hide(props.kind, !isHidden())}
      >
        {words.layers.hidden}
      </button>
      <button
        type="button"
        class="chip"
        aria-label={words.layers.lock(name())}
        aria-pressed={isLocked()}
        onClick={() => editor.lockKind(props.kind, !isLocked())}
      >
        {words.layers.locked}
      </button>
    </div>
  )
}
