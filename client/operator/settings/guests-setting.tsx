/** What guests agree to when they are signed in, and for how long the location knows them. */
import type { JSX } from 'solid-js'
import type { GuestSettings } from '../../../domain/sites/guest-settings.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { NumberField } from './fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { SettingSection } from './setting-section.tsx'
import { createSetting } from './setting-state.ts'

export function GuestsSetting(props: { readonly space: Space }): JSX.Element {
  return (
    <SettingSection
      title={words.guests.title}
      value={props.space.catalogue.site.guests}
      form={() => <Form space={props.space} />}
    />
  )
}

function Form(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'guests.save',
    key: `guests/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.guests,
    start: site.guests,
    bodyOf: (guests: GuestSettings) => ({ guests }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.guests.title}>
      <NumberField
        label={words.settings.guests.keptDays}
        value={setting.value().keptDays}
        problem={setting.problemAt('guests.keptDays')}
        onChange={(keptDays) => setting.set({ ...setting.value(), keptDays })}
      />
      <p class="soft">{words.settings.guests.sentence(setting.value().keptDays)}</p>
      <label class="field">
        {words.settings.guests.consent}
        <textarea
          rows="4"
          value={setting.value().consent}
          aria-invalid={setting.problemAt('guests.consent') !== null}
          onInput={(event) =>
            setting.set({ ...setting.value(), consent: event.currentTarget.value })
          }
        />
        <span class="soft" data-problem="">
          {setting.problemAt('guests.consent')}
        </span>
      </label>
    </SettingFrame>
  )
}
