import { For, type JSX, Show } from 'solid-js'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { CountField } from './count-field.tsx'
import { kindIcons } from './kinds.ts'

export function KindChoice(props: {
  readonly kinds: readonly ResourceKind[]
  readonly kind: ResourceKind
  readonly onChange: (kind: ResourceKind) => void
}): JSX.Element {
  return (
    <fieldset class="strip">
      <legend class="visually-hidden">{words.bookings.what}</legend>
      <For each={props.kinds}>
        {(kind) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.kind === kind}
            onClick={() => props.onChange(kind)}
          >
            <Icon name={kindIcons[kind]} />
            {words.states.kinds[kind]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

/** What a place must have: each chip is on or off, and all that are on must be there. */
export function AmenityChips(props: {
  readonly amenities: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}): JSX.Element {
  const toggle = (amenity: string) =>
    props.onChange(
      props.chosen.includes(amenity)
        ? props.chosen.filter((one) => one !== amenity)
        : [...props.chosen, amenity],
    )
  return (
    <Show when={props.amenities.length > 0}>
      <fieldset class="strip">
        <legend class="visually-hidden">{words.bookings.filters}</legend>
        <For each={props.amenities}>
          {(amenity) => (
            <button
              type="button"
              class="chip"
              data-kind="filter"
              aria-pressed={props.chosen.includes(amenity)}
              onClick={() => toggle(amenity)}
            >
              <Show when={props.chosen.includes(amenity)}>
                <Icon name="check" />
              </Show>
              {amenity}
            </button>
          )}
        </For>
      </fieldset>
    </Show>
  )
}

export function PeopleField(props: {
  readonly people: number
  readonly onChange: (people: number) => void
}): JSX.Element {
  return (
    <CountField
      kind="people"
      label={words.bookings.people}
      value={props.people}
      max={500}
      onChange={props.onChange}
    />
  )
}
