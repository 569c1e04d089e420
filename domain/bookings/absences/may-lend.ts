import type { Member } from '../../memberships/member.ts'
import type { Resource } from '../../sites/resource.ts'

/** True for a desk that this member may let others have: held by contract, and no office that a team shares. */
export function mayLend({ id, kind, mode }: Resource, { assigned }: Pick<Member, 'assigned'>) {
  return kind === 'dedicated-desk' && mode.kind === 'assigned' && assigned.includes(id)
}
