import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'

/** What somebody has by contract, themselves or with their team. Painted first, so it stands apart from what takes rules. */
export function heldPlaces(
  { resources }: Pick<Catalogue, 'resources'>,
  { assigned }: Pick<Member, 'assigned'>,
): readonly Resource[] {
  return resources.filter(({ id }) => assigned.includes(id))
}
