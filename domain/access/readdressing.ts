/**
 * Who may say for somebody else what they are called and where their codes are mailed. Whoever reads a code signs in, so it is for those alone
 * who may do all that the other may, everywhere they may do it: never for an owner, for managers by an owner, and for nobody who belongs to a
 * location that the actor does not.
 */
import type { Acting } from './acting.ts'
import { mayCommand } from './permissions.ts'

export type Readdressing = 'yes' | 'own' | 'owner' | 'manager' | 'elsewhere' | 'no'

export function mayReaddress(
  actor: Omit<Acting, 'teamId'>,
  other: Omit<Acting, 'teamId'>,
): Readdressing {
  const { id: memberId, role, siteIds } = actor
  if (!mayCommand({ memberId, role, siteIds }, 'members.readdress')) return 'no'
  if (!other.siteIds.some((one) => siteIds.includes(one))) return 'no'
  if (other.id === memberId) return 'own'
  if (other.role === 'owner') return 'owner'
  if (other.role === 'manager' && role !== 'owner') return 'manager'
  return other.siteIds.every((one) => siteIds.includes(one)) ? 'yes' : 'elsewhere'
}
