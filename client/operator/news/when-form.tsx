/** When members are reminded by default, and in which hours they are left alone. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { type NewsSettings, reminderChoices } from '../../../domain/sites/news-settings.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { limits } from '../../../domain/values/limits.ts'
import { formatMinute, parseMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { TextField } from '../settings/fields.tsx'
import { SettingFrame } from '../settings/setting-frame.tsx'
import { createSetting } from '../settings/setting-state.ts'

export function WhenForm(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.news))
  return (
    <section class="stack" data-gap="small">
      <h2>{words.messages.whenTitle}</h2>
      <Show when={stamp()} keyed>
        {(_stamp) => <Fields space={props.space} />}
      </Show>
    </section>
  )
}

function Fields(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const said = words.messages
  const setting = createSetting({
    kind: 'news.save',
    key: `news/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.news,
    start: site.news,
    bodyOf: (news: NewsSettings) => ({ news }),
    onSaved: () => undefined,
  })
  const change = (more: Partial<NewsSettings>) => setting.set({ ...setting.value(), ...more })
  const choose = (value: string) => {
    const reminders = reminderChoices.find((one) => one === value)
    if (reminders !== undefined) change({ reminders })
  }
  const time = (label: string, field: 'quietFrom' | 'quietUntil') => (
    <label class="field">
      {label}
      <input
        type="time"
        required
        value={formatMinute(setting.value()[field])}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (value !== '') change({ [field]: parseMinute(value) })
        }}
      />
    </label>
  )
  return (
    <SettingFrame space={props.space} setting={setting} label={said.whenTitle}>
      <label class="field">
        {said.reminders}
        <select
          value={setting.value().reminders}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <For each={reminderChoices}>
            {(one) => <option value={one}>{words.notifications.reminders[one]}</option>}
          </For>
        </select>
      </label>
      <div class="two-fields">
        {time(said.quietFrom, 'quietFrom')}
        {time(said.quietUntil, 'quietUntil')}
      </div>
      <label class="field">
        {said.renewalDays}
        <input
          type="number"
          inputMode="numeric"
          required
          min="1"
          max={limits.renewalDaysMax}
          value={setting.value().renewalDays}
          onChange={(event) => change({ renewalDays: event.currentTarget.valueAsNumber })}
        />
      </label>
      <p class="soft">{said.quietSentence}</p>
      <TextField
        label={said.languages}
        hint={said.languagesHint}
        value={setting.value().languages.join(', ')}
        problem={setting.problemAt('news.languages')}
        onChange={(typed) => change({ languages: codesOf(typed) })}
      />
    </SettingFrame>
  )
}

/** "de, pt-BR" as it is typed: a comma at the end is no language yet. */
function codesOf(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
}
