/** What members will read of a place: said in the draft, and true once it is published. */
import { type JSX, Show } from 'solid-js'
import { hasPlace, type ResourceKind, resourceKinds } from '../../../domain/sites/resource.ts'
import type { DraftObjectOf, DraftResource } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import { SelectField } from '../settings/fields.tsx'
import { NumberInput, TextInput } from './inputs.tsx'
import type { OneProps } from './one-object.ts'
import { placeFacts } from './place-facts.ts'
import { PlaceSettings } from './place-settings.tsx'

export function PlaceFields(props: OneProps<DraftObjectOf<'place'>>): JSX.Element {
  const facts = () => {
    const draft = props.editor.draft()
    return draft === null
      ? undefined
      : placeFacts(props.editor.catalogue(), draft, props.object.resourceId)
  }
  const set = (change: DraftResource) => {
    props.editor.setResource(props.object.resourceId, change)
    return true
  }
  const units = () => {
    const mode = facts()?.known?.mode
    return mode?.kind === 'pool' ? mode.units : null
  }
  return (
    <Show when={facts()}>
      {(place) => (
        <Show
          when={units() === null}
          fallback={<p class="soft">{words.drawing.pooled(units() ?? 0)}</p>}
        >
          <TextInput
            label={words.drawing.placeName}
            value={place().name}
            onSet={(name) => name.trim() !== '' && set({ name: name.trim() })}
          />
          <SelectField
            label={words.drawing.placeKind}
            value={place().kind}
            options={Object.values(resourceKinds)
              .filter((kind) => hasPlace({ kind }))
              .map((value) => ({ value, label: words.states.kinds[value] }))}
            problem={null}
            onChange={(kind: ResourceKind) => set({ kind })}
          />
          <TextInput
            label={words.drawing.zoneName}
            value={place().zoneName}
            onSet={(zoneName) => zoneName.trim() !== '' && set({ zoneName: zoneName.trim() })}
          />
          <NumberInput
            label={words.drawing.capacity}
            value={place().capacity}
            onSet={(capacity) =>
              Number.isInteger(capacity) && capacity >= 1 ? set({ capacity }) : false
            }
          />
          <TextInput
            label={words.drawing.amenities}
            value={place().amenities.join(', ')}
            onSet={(text) => set({ amenities: listOf(text) })}
          />
          <Show when={place().known} fallback={<p class="soft">{words.drawing.inSettings}</p>}>
            {(known) => <PlaceSettings place={known()} />}
          </Show>
        </Show>
      )}
    </Show>
  )
}

function listOf(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}
