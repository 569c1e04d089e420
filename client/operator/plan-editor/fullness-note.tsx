import { type JSX, Show } from 'solid-js'
import { fullnessMax, nearlyFull } from '../../../floorplans/editor/fullness.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'

/** How near a floor is to what a draft may hold, before it is reached. */
export function FullnessNote(props: { readonly editor: Editor }): JSX.Element {
  const text = () => {
    const fullness = props.editor.fullness()
    const fullest = nearlyFull(fullness)
    return fullest === null
      ? undefined
      : words.drawing.fullness[fullest](fullness[fullest], fullnessMax[fullest])
  }
  return <Show when={text()}>{(said) => <p class="soft">{said()}</p>}</Show>
}
