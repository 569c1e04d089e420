/** Whether there is a directory at all, and whether members may write to each other. */
import type { JSX } from 'solid-js'
import { communitySettings } from '../../../domain/sites/site.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { SettingFrame } from '../settings/setting-frame.tsx'
import { SettingSection } from '../settings/setting-section.tsx'
import { createSetting } from '../settings/setting-state.ts'

export function DirectorySetting(props: { readonly space: Space }): JSX.Element {
  return (
    <SettingSection
      title={words.community.directory}
      value={communitySettings(props.space.catalogue.site)}
      form={() => <Form space={props.space} />}
    />
  )
}

function Form(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'directory.save',
    key: `directory/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => communitySettings(props.space.catalogue.site),
    start: communitySettings(site),
    bodyOf: (settings: ReturnType<typeof communitySettings>) => settings,
    onSaved: () => undefined,
  })
  const change = (part: Partial<ReturnType<typeof communitySettings>>) =>
    setting.set({ ...setting.value(), ...part })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.community.directory}>
      <label class="choice">
        <input
          type="checkbox"
          checked={setting.value().hasDirectory}
          aria-describedby="directory-sentence"
          onChange={(event) => change({ hasDirectory: event.currentTarget.checked })}
        />
        {words.people.directorySetting}
      </label>
      <p class="soft" id="directory-sentence">
        {words.people.directorySentence}
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={setting.value().hasMessages}
          aria-describedby="messages-sentence"
          onChange={(event) => change({ hasMessages: event.currentTarget.checked })}
        />
        {words.people.messagesSetting}
      </label>
      <p class="soft" id="messages-sentence">
        {words.people.messagesSentence}
      </p>
    </SettingFrame>
  )
}
