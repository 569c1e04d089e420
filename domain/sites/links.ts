/**
 * Rooms that are parts of others: a hall in two halves. A booking of the whole takes its parts, a booking of a part leaves the whole
 * without it, and the parts have nothing to do with each other (D-13). Parts may have parts.
 */
import { derived } from '../values/derived.ts'
import type { ResourceId } from '../values/ids.ts'
import type { Resource } from './resource.ts'

/** Everything below a place: its parts and theirs, in the order of the list. */
export function partsOf(resources: readonly Resource[], id: ResourceId): readonly Resource[] {
  return (linksOf(resources).get(id) ?? alone).parts
}

/** What a booking of the place takes beside it. */
export function partIdsOf(
  { resources }: { readonly resources: readonly Resource[] },
  { id }: Resource,
): readonly ResourceId[] {
  return partsOf(resources, id).map((part) => part.id)
}

/** Everything above a place: its whole, and the whole of that. */
export function wholesOf(resources: readonly Resource[], id: ResourceId): readonly Resource[] {
  return (linksOf(resources).get(id) ?? alone).wholes
}

/** What cannot be used while the place is: above and below it. */
export function linkedTo(resources: readonly Resource[], id: ResourceId): readonly Resource[] {
  const { wholes, parts } = linksOf(resources).get(id) ?? alone
  return [...wholes, ...parts]
}

/** The places of a list that are linked at all: few, and of most lists none. */
export function linkedPlaces(resources: readonly Resource[]): readonly Resource[] {
  const links = linksOf(resources)
  return links.size === 0 ? [] : resources.filter(({ id }) => links.has(id))
}

interface Links {
  readonly wholes: readonly Resource[]
  readonly parts: readonly Resource[]
}

const alone: Links = { wholes: [], parts: [] }

const linksOf = derived((resources: readonly Resource[]): ReadonlyMap<ResourceId, Links> => {
  const named = resources.flatMap(({ id, partOf }) => (partOf === null ? [] : [id, partOf]))
  return new Map(
    [...new Set(named)].map((id) => [
      id,
      { wholes: wholesIn(resources, id), parts: partsIn(resources, id) },
    ]),
  )
})

function partsIn(resources: readonly Resource[], id: ResourceId): readonly Resource[] {
  const below = new Set<ResourceId>([id])
  let known = 0
  // Each round finds the parts of what the last one found; a circle, which no operator can save, would find nothing new.
  while (below.size > known) {
    known = below.size
    for (const { id: part, partOf } of resources) {
      if (partOf !== null && below.has(partOf)) below.add(part)
    }
  }
  return resources.filter((one) => one.id !== id && below.has(one.id))
}

function wholesIn(resources: readonly Resource[], id: ResourceId): readonly Resource[] {
  const above: Resource[] = []
  let { partOf = null } = resources.find((one) => one.id === id) ?? {}
  while (partOf !== null) {
    const next: ResourceId = partOf
    const whole = resources.find((one) => one.id === next)
    if (whole === undefined || whole.id === id || above.includes(whole)) break
    above.push(whole)
    partOf = whole.partOf
  }
  return above
}
