import { For, type JSX } from 'solid-js'
import { Sheet } from '../../ui/sheet.tsx'
import { areSingleKeysOn, switchSingleKeys } from '../../ui/single-keys.ts'
import { words } from '../../ui/team-words.ts'
import { CheckField } from '../settings/fields.tsx'

/** The letters of the queue, and whether letters alone do something. */
export function QueueKeys(props: { readonly onClose: () => void }): JSX.Element {
  return (
    <Sheet title={words.supportDesk.keys} onClose={props.onClose}>
      <div class="stack">
        <dl class="facts">
          <For each={words.supportDesk.keyList}>
            {([key, does]) => (
              <div>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            )}
          </For>
        </dl>
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
