/** The tools at the sheet's edge, and the buttons that look closer or farther. */
import { For, type JSX } from 'solid-js'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { toolKeys, tools } from './new-object.ts'
import type { SheetView } from './sheet-view.ts'

const icons: Readonly<Record<(typeof tools)[number], IconName>> = {
  select: 'pointer',
  hand: 'hand',
  desk: 'desk',
  room: 'room',
  wall: 'wall',
  fixture: 'furniture',
  area: 'ground',
  zone: 'place',
  label: 'words',
}

export function EditorTools(props: { readonly editor: Editor }): JSX.Element {
  return (
    <div class="editor-tools" role="toolbar" aria-label={words.drawing.tools}>
      <For each={tools}>
        {(tool) => {
          const label = words.drawing.toolKey(words.drawing.tool[tool], toolKeys[tool])
          return (
            <button
              type="button"
              class="button"
              data-kind="icon"
              title={label}
              aria-label={label}
              aria-pressed={props.editor.tool() === tool}
              onClick={() => props.editor.setTool(tool)}
            >
              <Icon name={icons[tool]} />
            </button>
          )
        }}
      </For>
    </div>
  )
}

export function ZoomButtons(props: { readonly view: SheetView }): JSX.Element {
  const buttons = [
    { label: words.drawing.closer, icon: 'plus', run: () => props.view.zoom(1.4) },
    { label: words.drawing.farther, icon: 'minus', run: () => props.view.zoom(1 / 1.4) },
    { label: words.drawing.whole, icon: 'plan', run: () => props.view.showAll() },
  ] as const
  return (
    <div class="editor-zoom">
      <For each={buttons}>
        {({ label, icon, run }) => (
          <button
            type="button"
            class="button"
            data-kind="icon"
            title={label}
            aria-label={label}
            onClick={run}
          >
            <Icon name={icon} />
          </button>
        )}
      </For>
    </div>
  )
}
