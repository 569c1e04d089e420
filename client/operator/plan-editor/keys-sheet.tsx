/** The keys of the editor, and whether letters alone do something. */
import { For, type JSX } from 'solid-js'
import { Sheet } from '../../ui/sheet.tsx'
import { areSingleKeysOn, switchSingleKeys } from '../../ui/single-keys.ts'
import { words } from '../../ui/team-words.ts'
import { CheckField } from '../settings/fields.tsx'
import { toolKeys, tools } from './new-object.ts'

const keys: readonly (readonly [
  keys: readonly string[],
  act: keyof typeof words.byKeyboard.acts,
])[] = [
  [['←', '→', '↑', '↓'], 'arrows'],
  [['Shift + ↓'], 'shiftArrows'],
  [['Alt + ↓'], 'altArrows'],
  [['[', ']'], 'turn'],
  [['L'], 'lock'],
  [['F2', 'Esc'], 'fields'],
  [['Delete'], 'delete'],
  [['Ctrl + D'], 'duplicate'],
  [['Ctrl + A'], 'all'],
  [['Ctrl + Enter'], 'toggle'],
  [['Esc'], 'none'],
  [['Ctrl + Z', 'Ctrl + Y'], 'undo'],
  [['?'], 'help'],
]

export function KeysSheet(props: { readonly onClose: () => void }): JSX.Element {
  return (
    <Sheet title={words.byKeyboard.title} onClose={props.onClose}>
      <div class="stack">
        <table class="keys-table">
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{words.byKeyboard.key}</th>
              <th scope="col">{words.byKeyboard.does}</th>
            </tr>
          </thead>
          <tbody>
            <For each={keys}>
              {([names, act]) => <KeyRow names={names} does={words.byKeyboard.acts[act]} />}
            </For>
            <For each={tools}>
              {(tool) => (
                <KeyRow
                  names={[toolKeys[tool]]}
                  does={words.byKeyboard.tool(words.drawing.tool[tool])}
                />
              )}
            </For>
          </tbody>
        </table>
        <CheckField
          label={words.byKeyboard.letters}
          isOn={areSingleKeysOn()}
          onChange={switchSingleKeys}
        />
        <p class="soft">{words.byKeyboard.lettersAbout}</p>
      </div>
    </Sheet>
  )
}

function KeyRow(props: { readonly names: readonly string[]; readonly does: string }): JSX.Element {
  return (
    <tr>
      <td>
        <For each={props.names}>{(name) => <kbd>{name}</kbd>}</For>
      </td>
      <td>{props.does}</td>
    </tr>
  )
}
