/** One place: what it is, what it holds and when. Its rules are set with those of its kind. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Holder } from '../../../domain/memberships/holder.ts'
import { newPlace } from '../../../domain/sites/new-place.ts'
import { type Resource, type ResourceKind, resourceKinds } from '../../../domain/sites/resource.ts'
import { makeId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { CheckField, MaybeField, NumberField, SelectField, TextField } from './fields.tsx'
import { HolderField } from './holder-field.tsx'
import { HoursFields } from './hours-part.tsx'
import { PartOfField } from './part-of-field.tsx'
import { PhotosField } from './photos-field.tsx'
import { RetireForm } from './retire-form.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'
import { WaitFields } from './wait-fields.tsx'

export interface PlaceDraft {
  readonly resource: Resource
  readonly holder: Holder | null
}

export function PlaceForm(props: {
  readonly space: Space
  /** Null for a place that is added. */
  readonly place: Resource | null
  readonly onClose: () => void
}): JSX.Element {
  const { place } = props
  const [isRetiring, setIsRetiring] = createSignal(false)
  const title = () =>
    place === null ? words.settings.places.add : words.settings.places.edit(place.name)
  const start = place ?? another(props.space)
  const setting = createSetting({
    kind: 'resource.save',
    key: `place/${place?.id ?? 'new'}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.resources.find(({ id }) => id === start.id) ?? null,
    start: { resource: start, holder: null } as PlaceDraft,
    bodyOf: ({ resource, holder }) => ({
      resource: tidied(resource),
      holder: resource.mode.kind === 'assigned' ? holder : null,
    }),
    onSaved: props.onClose,
  })
  return (
    <Sheet title={title()} onClose={props.onClose}>
      <Show
        when={isRetiring() && place}
        fallback={
          <>
            <SettingFrame space={props.space} setting={setting} label={title()}>
              <PlaceFields
                space={props.space}
                draft={setting.value()}
                problemAt={setting.problemAt}
                onChange={setting.set}
              />
            </SettingFrame>
            <Show when={place !== null}>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                onClick={() => setIsRetiring(true)}
              >
                {words.settings.places.retire}
              </button>
            </Show>
          </>
        }
      >
        {(gone) => <RetireForm space={props.space} place={gone()} onDone={props.onClose} />}
      </Show>
    </Sheet>
  )
}

/** Another of the first kind there is, so that rules and kind are a good guess. */
function another({ catalogue }: Space): Resource {
  const [floor] = catalogue.site.floors
  const id = freshId('resource')
  return newPlace(catalogue, id, floor?.id ?? makeId('floor', 'none'))
}

function tidied(resource: Resource): Resource {
  const amenities = resource.amenities.map((one) => one.trim()).filter((one) => one !== '')
  const [name, zoneName] = [resource.name.trim(), resource.zoneName.trim()]
  return { ...resource, name, zoneName, amenities }
}

function PlaceFields(props: {
  readonly space: Space
  readonly draft: PlaceDraft
  readonly problemAt: (field: string) => string | null
  readonly onChange: (draft: PlaceDraft) => void
}): JSX.Element {
  const resource = () => props.draft.resource
  const change = (more: Partial<Resource>) =>
    props.onChange({ ...props.draft, resource: { ...resource(), ...more } })
  return (
    <>
      <TextField
        label={words.settings.places.name}
        value={resource().name}
        problem={props.problemAt('name')}
        onChange={(name) => change({ name })}
      />
      <WhereFields {...props} onResource={change} />
      <ModeFields {...props} onMode={(mode) => change({ mode })} />
      <PartOfField
        catalogue={props.space.catalogue}
        resource={resource()}
        problem={props.problemAt('partOf')}
        onChange={(partOf) => change({ partOf })}
      />
      <TextField
        label={words.settings.places.amenities}
        value={resource().amenities.join(', ')}
        problem={props.problemAt('amenities')}
        onChange={(text) => change({ amenities: text === '' ? [] : text.split(/, ?/) })}
      />
      <PhotosField
        resource={resource()}
        problemAt={props.problemAt}
        onChange={(photos) => change({ photos })}
      />
      <CheckField
        label={words.settings.places.bookable}
        isOn={resource().isBookable}
        onChange={(isBookable) => change({ isBookable })}
      />
      <WaitFields {...props} resource={resource()} onResource={change} />
      <MaybeField
        label={words.settings.places.ownHours}
        value={resource().hours}
        usual={props.space.catalogue.site.hours}
        onChange={(hours) => change({ hours })}
      >
        {(hours) => (
          <HoursFields
            hours={hours()}
            problemAt={(day) => props.problemAt(`hours.${day}`)}
            onChange={(next) => change({ hours: next })}
          />
        )}
      </MaybeField>
    </>
  )
}

/** How it is shared, and by whom. */
function ModeFields(props: {
  readonly space: Space
  readonly draft: PlaceDraft
  readonly problemAt: (field: string) => string | null
  readonly onChange: (draft: PlaceDraft) => void
  readonly onMode: (mode: Resource['mode']) => void
}): JSX.Element {
  const kinds = ['exclusive', 'pool', 'assigned'] as const
  const mode = () => props.draft.resource.mode
  return (
    <>
      <SelectField
        label={words.settings.places.mode}
        value={mode().kind}
        problem={null}
        options={kinds.map((value) => ({ value, label: words.settings.places.modes[value] }))}
        onChange={(kind) => props.onMode(kind === 'pool' ? { kind, units: 2 } : { kind })}
      />
      <Show when={mode().kind === 'pool'}>
        <NumberField
          label={words.settings.places.units}
          value={unitsOf(mode())}
          problem={props.problemAt('units')}
          onChange={(units) => props.onMode({ kind: 'pool', units })}
        />
      </Show>
      <Show when={mode().kind === 'assigned'}>
        <HolderField
          siteId={props.draft.resource.siteId}
          resourceId={props.draft.resource.id}
          holder={props.draft.holder}
          onChange={(holder) => props.onChange({ ...props.draft, holder })}
        />
      </Show>
    </>
  )
}

function unitsOf(mode: Resource['mode']): number {
  return mode.kind === 'pool' ? mode.units : 1
}

/** Of what kind, on which floor, for how many. */
function WhereFields(props: {
  readonly space: Space
  readonly draft: PlaceDraft
  readonly problemAt: (field: string) => string | null
  readonly onResource: (more: Partial<Resource>) => void
}): JSX.Element {
  const resource = () => props.draft.resource
  /** A place of another kind follows the rules of that kind. */
  const changeKind = (kind: ResourceKind) => {
    const like = props.space.catalogue.resources.find((one) => one.kind === kind)
    props.onResource({ kind, rules: like?.rules ?? resource().rules })
  }
  return (
    <div class="field-grid">
      <SelectField
        label={words.settings.places.kind}
        value={resource().kind}
        problem={null}
        options={Object.values(resourceKinds).map((value) => ({
          value,
          label: words.states.kinds[value],
        }))}
        onChange={changeKind}
      />
      <SelectField
        label={words.settings.places.floor}
        value={resource().floorId}
        problem={props.problemAt('floorId')}
        options={props.space.catalogue.site.floors.map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        onChange={(floorId) => props.onResource({ floorId })}
      />
      <TextField
        label={words.settings.places.zone}
        value={resource().zoneName}
        problem={props.problemAt('zoneName')}
        onChange={(zoneName) => props.onResource({ zoneName })}
      />
      <NumberField
        label={words.settings.places.capacity}
        value={resource().capacity}
        problem={props.problemAt('capacity')}
        onChange={(capacity) => props.onResource({ capacity })}
      />
    </div>
  )
}
