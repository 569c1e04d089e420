/** Everything that can be booked, by floor and zone, and a way to add and edit it. */
import { createSignal, For, type JSX, Show, untrack } from 'solid-js'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { createAskedPlace } from './asked-place.ts'
import { TextField } from './fields.tsx'
import { PlaceForm } from './place-form.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'

export function PlacesPart(props: { readonly space: Space }): JSX.Element {
  const asked = createAskedPlace(() => props.space)
  const [editing, setEditing] = createSignal<Resource | 'new' | null>(untrack(asked) ?? null)
  const [isAddingFloor, setIsAddingFloor] = createSignal(false)
  const site = () => props.space.catalogue.site
  const on = (floorId: string) =>
    props.space.catalogue.resources.filter((one) => one.floorId === floorId)
  return (
    <div class="stack" data-gap="large">
      <div class="row">
        <Show when={site().floors.length > 0}>
          <button
            type="button"
            class="button"
            data-kind="primary"
            onClick={() => setEditing('new')}
          >
            {words.settings.places.add}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          data-kind={site().floors.length > 0 ? undefined : 'primary'}
          onClick={() => setIsAddingFloor(true)}
        >
          {words.settings.places.addFloor}
        </button>
      </div>
      <For each={site().floors} fallback={<NoFloors />}>
        {(floor) => (
          <section class="stack">
            <h2>{floor.name}</h2>
            <For
              each={byZone(on(floor.id))}
              fallback={<p class="soft">{words.settings.places.none}</p>}
            >
              {({ zone, places }) => (
                <div class="stack" data-gap="small">
                  <h3>{zone}</h3>
                  <ul class="place-cards">
                    <For each={places}>
                      {(place) => <PlaceRow place={place} onEdit={() => setEditing(place)} />}
                    </For>
                  </ul>
                </div>
              )}
            </For>
          </section>
        )}
      </For>
      <Show when={editing()} keyed>
        {(what) => (
          <PlaceForm
            space={props.space}
            place={what === 'new' ? null : what}
            onClose={() => setEditing(null)}
          />
        )}
      </Show>
      <Show when={isAddingFloor()}>
        <FloorSheet space={props.space} onClose={() => setIsAddingFloor(false)} />
      </Show>
    </div>
  )
}

function NoFloors(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="plan" />
      <p>{words.settings.places.noFloors}</p>
    </div>
  )
}

/** Zones in the order in which their first place stands. */
function byZone(places: readonly Resource[]) {
  const zones = [...new Set(places.map(({ zoneName }) => zoneName))]
  return zones.map((zone) => ({
    zone,
    places: places.filter(({ zoneName }) => zoneName === zone),
  }))
}

function PlaceRow(props: { readonly place: Resource; readonly onEdit: () => void }): JSX.Element {
  const about = () =>
    [
      words.states.kinds[props.place.kind],
      words.settings.places.peopleMax(props.place.capacity),
      ...(props.place.isBookable ? [] : [words.settings.places.notBookable]),
    ].join(' · ')
  return (
    <li>
      <button
        type="button"
        class="button place-card"
        aria-label={words.settings.places.edit(props.place.name)}
        onClick={() => props.onEdit()}
      >
        <strong>{props.place.name}</strong>
        <span class="soft">{about()}</span>
      </button>
    </li>
  )
}

function FloorSheet(props: { readonly space: Space; readonly onClose: () => void }): JSX.Element {
  const floorId = freshId('floor')
  const setting = createSetting({
    kind: 'floor.save',
    key: 'floor/new',
    catalogue: () => props.space.catalogue,
    before: () => null,
    start: { name: '' },
    bodyOf: ({ name }: { name: string }) => ({ floorId, name: name.trim() }),
    onSaved: props.onClose,
  })
  return (
    <Sheet title={words.settings.places.addFloor} onClose={props.onClose}>
      <SettingFrame space={props.space} setting={setting} label={words.settings.places.addFloor}>
        <TextField
          label={words.settings.places.floorName}
          value={setting.value().name}
          problem={setting.problemAt('name')}
          onChange={(name) => setting.set({ name })}
        />
      </SettingFrame>
    </Sheet>
  )
}
