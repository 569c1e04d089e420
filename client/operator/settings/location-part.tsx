/** What the location is called and where it stands, and what of it stays as it was set up. */
import type { JSX } from 'solid-js'
import { locationSettings } from '../../../domain/sites/site.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { TextField } from './fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { SettingSection } from './setting-section.tsx'
import { createSetting } from './setting-state.ts'

const { location: said } = words.settings

export function LocationPart(props: { readonly space: Space }): JSX.Element {
  return (
    <SettingSection
      title={words.settings.parts.location}
      value={locationSettings(props.space.catalogue.site)}
      form={() => <Form space={props.space} />}
    />
  )
}

function Form(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'site.save',
    key: `site/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => locationSettings(props.space.catalogue.site),
    start: locationSettings(site),
    bodyOf: (location: ReturnType<typeof locationSettings>) => location,
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.location}>
      <TextField
        label={said.name}
        value={setting.value().name}
        problem={setting.problemAt('name')}
        onChange={(name) => setting.set({ ...setting.value(), name })}
      />
      <TextField
        label={said.address}
        hint={said.addressHint}
        value={setting.value().address}
        problem={setting.problemAt('address')}
        onChange={(address) => setting.set({ ...setting.value(), address })}
      />
      <p class="soft">{said.fixed(site.zone, site.currency)}</p>
    </SettingFrame>
  )
}
