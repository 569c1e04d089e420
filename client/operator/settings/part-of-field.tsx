/** Which place it is a part of: the halves of a hall, that is. Only what could be its whole is offered. */
import { type JSX, Show } from 'solid-js'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { partsOf } from '../../../domain/sites/links.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { words } from '../../ui/team-words.ts'
import { SelectField } from './fields.tsx'

const NOTHING = ''

export function PartOfField(props: {
  readonly catalogue: Catalogue
  readonly resource: Resource
  readonly problem: string | null
  readonly onChange: (partOf: Resource['partOf']) => void
}): JSX.Element {
  const wholes = () => {
    const { resources } = props.catalogue
    const { id, floorId } = props.resource
    const below = partsOf(resources, id)
    return resources.filter(
      (one) =>
        one.mode.kind === 'exclusive' &&
        one.floorId === floorId &&
        one.id !== id &&
        !below.some((part) => part.id === one.id),
    )
  }
  return (
    <Show when={props.resource.mode.kind === 'exclusive' || props.resource.partOf !== null}>
      <SelectField
        label={words.settings.places.partOf}
        value={props.resource.partOf ?? NOTHING}
        problem={props.problem}
        options={[
          { value: NOTHING, label: words.settings.places.ofNothing },
          ...wholes().map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => props.onChange(wholes().find(({ id }) => id === value)?.id ?? null)}
      />
    </Show>
  )
}
