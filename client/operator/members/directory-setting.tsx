/** Whether there is a directory at all. */
import { createMemo, type JSX, Show } from 'solid-js'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { SettingFrame } from '../settings/setting-frame.tsx'
import { createSetting } from '../settings/setting-state.ts'

export function DirectorySetting(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.hasDirectory))
  return (
    <section class="stack">
      <h2>{words.community.directory}</h2>
      <Show when={stamp()} keyed>
        {(_stamp) => <Form space={props.space} />}
      </Show>
    </section>
  )
}

function Form(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'directory.save',
    key: `directory/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.hasDirectory,
    start: site.hasDirectory,
    bodyOf: (hasDirectory: boolean) => ({ hasDirectory }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.people.directorySetting}>
      <label class="choice">
        <input
          type="checkbox"
          checked={setting.value()}
          aria-describedby="directory-sentence"
          onChange={(event) => setting.set(event.currentTarget.checked)}
        />
        {words.people.directorySetting}
      </label>
      <p class="soft" id="directory-sentence">
        {words.people.directorySentence}
      </p>
    </SettingFrame>
  )
}
