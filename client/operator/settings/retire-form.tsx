import type { JSX } from 'solid-js'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'

/** A place that is no more: each booking ahead is moved or cancelled first. */
export function RetireForm(props: {
  readonly space: Space
  readonly place: Resource
  readonly onDone: () => void
}): JSX.Element {
  const { place } = props
  const setting = createSetting({
    kind: 'resource.retire',
    key: `retire/${place.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.resources.find(({ id }) => id === place.id) ?? null,
    start: { resourceId: place.id },
    bodyOf: (body: { resourceId: Resource['id'] }) => body,
    onSaved: props.onDone,
  })
  return (
    <SettingFrame
      space={props.space}
      setting={setting}
      label={words.settings.places.retireTitle(place.name)}
      verb={words.settings.places.retireNow}
      mayKeep={false}
    >
      <p>{words.settings.places.retireSentence}</p>
    </SettingFrame>
  )
}
