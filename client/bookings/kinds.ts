/** What a location has to choose from: kinds of places, the picture of each, and what its places have. */
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import type { IconName } from '../ui/icon.tsx'

export const kindIcons: Readonly<Record<ResourceKind, IconName>> = {
  'hot-desk': 'desk',
  'dedicated-desk': 'desk',
  'meeting-room': 'room',
  'phone-booth': 'booth',
  'private-office': 'office',
  'event-hall': 'hall',
  equipment: 'equipment',
}

const order: readonly ResourceKind[] = [
  'hot-desk',
  'meeting-room',
  'phone-booth',
  'private-office',
  'event-hall',
  'equipment',
  'dedicated-desk',
]

/** The kinds that a location has at all, the most asked for first. */
export function kindsOf(catalogue: Catalogue, member: Member): readonly ResourceKind[] {
  return order.filter((kind) =>
    catalogue.resources.some(
      (resource) =>
        resource.kind === kind &&
        // Held by contract: no matter for anybody but its holder.
        (resource.mode.kind !== 'assigned' || member.assigned.includes(resource.id)),
    ),
  )
}

/** What amenities places of a kind have, each once. */
export function amenitiesOf(catalogue: Catalogue, kind: ResourceKind): readonly string[] {
  const all = catalogue.resources
    .filter((resource) => resource.kind === kind)
    .flatMap((resource) => resource.amenities)
  return [...new Set(all)].sort()
}
