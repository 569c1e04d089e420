/**
 * What is taken because something else is: while the Hall is booked so are its halves, and while a half is the Hall is. Documents and
 * tables say what was booked and no more. `settle` and `moveBooking` lay the links of the catalogue over it, and so does the device where
 * it reads its rows.
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import { linkedPlaces, linkedTo } from '../../sites/links.ts'
import type { Resource } from '../../sites/resource.ts'
import { derived } from '../../values/derived.ts'
import type { ResourceId } from '../../values/ids.ts'
import { gapMinutes } from '../occupancy/find-unit.ts'
import type { Link, Occupied } from '../occupancy/occupancy.ts'

/** The spans, and after them one for each place that is linked to a taken one. */
export function withLinked(
  { resources }: Pick<Catalogue, 'resources'>,
  occupied: readonly Occupied[],
): readonly Occupied[] {
  return linkedIn(resources)(occupied)
}

const linkedIn = derived((resources: readonly Resource[]) =>
  derived((occupied: readonly Occupied[]) => layOver(resources, occupied)),
)

function layOver(
  resources: readonly Resource[],
  occupied: readonly Occupied[],
): readonly Occupied[] {
  const links = linksOf(resources)
  if (links.size === 0) return occupied
  const linked: Occupied[] = []
  for (const span of occupied) {
    const found = span.linked === undefined ? links.get(span.resourceId) : undefined
    if (found === undefined) continue
    const { link, others } = found
    for (const id of others) linked.push({ ...span, resourceId: id, unit: 1, linked: link })
  }
  return linked.length === 0 ? occupied : [...occupied, ...linked]
}

interface Linked {
  readonly link: Link
  /** What cannot be used while the place is. */
  readonly others: readonly ResourceId[]
}

/** The larger buffer of the two wins (D-08). */
const linksOf = derived((resources: readonly Resource[]): ReadonlyMap<ResourceId, Linked> => {
  return new Map(
    linkedPlaces(resources).map((place) => {
      const link = { resourceId: place.id, name: place.name, gapMinutes: gapMinutes(place) }
      return [place.id, { link, others: linkedTo(resources, place.id).map(({ id }) => id) }]
    }),
  )
})
