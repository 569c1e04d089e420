/** What Today shows first, by what the space says a member has and is. */
import type { Member } from '../../memberships/member.ts'
import { tierOf } from '../../memberships/tier-of.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { heldPlaces } from './held-places.ts'

export interface HomeView {
  /** Held by contract, by the member or by their team. */
  readonly held: readonly Resource[]
  readonly hasOpenSeating: boolean
}

export function homeView(
  { resources, tiers }: Pick<Catalogue, 'resources' | 'tiers'>,
  member: Pick<Member, 'assigned' | 'role' | 'tierId'>,
): HomeView {
  const held = heldPlaces({ resources }, member)
  const isForDesks = tierOf(tiers, member)?.kinds.includes('hot-desk') === true
  const isThere = resources.some(({ kind }) => kind === 'hot-desk')
  return {
    held,
    hasOpenSeating: isForDesks && isThere && held.length === 0,
  }
}
