import { For, type JSX, Show } from 'solid-js'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
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
    <label class="field" data-kind="people">
      {words.bookings.people}
      <input
        type="number"
        min="1"
        max="500"
        inputmode="numeric"
        value={props.people}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber || 1)}
      />
    </label>
  )
}
