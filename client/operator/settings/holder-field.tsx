/** Who holds an assigned place. Names come from the space when asked for, and stay on no device. */
import { createResource, type JSX } from 'solid-js'
import type { Holder } from '../../../domain/memberships/holder.ts'
import { type ResourceId, type SiteId, toId } from '../../../domain/values/ids.ts'
import { readJson } from '../../app/ask-space.ts'
import { findPeople } from '../../sync/find-people.ts'
import { words } from '../../ui/team-words.ts'
import { SelectField } from './fields.tsx'

interface Held {
  readonly holders: readonly {
    readonly resourceId: string
    readonly holder: Holder
    readonly name: string
  }[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
}

export function HolderField(props: {
  readonly siteId: SiteId
  readonly resourceId: ResourceId
  readonly holder: Holder | null
  readonly onChange: (holder: Holder | null) => void
}): JSX.Element {
  const [held] = createResource(async () => {
    const found = await readJson<Held>(`/api/holders/${props.siteId}`)
    if (found === null) return null
    const current = found.holders.find(({ resourceId }) => resourceId === props.resourceId)
    if (props.holder === null && current !== undefined) props.onChange(current.holder)
    return found
  })
  const [people] = createResource(() => findPeople(props.siteId, ''))
  const options = () => [
    { value: '', label: words.settings.places.nobody },
    ...(held()?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...named(held(), people() ?? []),
  ]
  return (
    <SelectField
      label={words.settings.places.holder}
      value={idOf(props.holder)}
      problem={null}
      options={options()}
      onChange={(id) => props.onChange(holderOf(id))}
    />
  )
}

/** Those who hold something already come first: they are who moves from desk to desk. */
function named(held: Held | null | undefined, people: readonly { id: string; name: string }[]) {
  const known = (held?.holders ?? []).flatMap(({ holder, name }) =>
    holder.kind === 'member' ? [{ value: holder.memberId as string, label: name }] : [],
  )
  const others = people.filter(({ id }) => !known.some(({ value }) => value === id))
  return [...known, ...others.map(({ id, name }) => ({ value: id, label: name }))]
}

function idOf(holder: Holder | null): string {
  if (holder === null) return ''
  return holder.kind === 'team' ? holder.teamId : holder.memberId
}

function holderOf(id: string): Holder | null {
  if (id === '') return null
  return id.startsWith('tea_')
    ? { kind: 'team', teamId: toId('team', id) }
    : { kind: 'member', memberId: toId('member', id) }
}
