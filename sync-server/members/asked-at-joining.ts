/** The deposit that a plan asks for of who joins with it. */
import { askForDeposit, noDeposits } from '../../domain/billing/deposits/ask-deposit.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { firstMembershipId, type TierId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Fact } from '../settlement/kind.ts'

export function askedAtJoining(
  catalogue: Catalogue,
  member: Pick<Member, 'id' | 'name' | 'teamId'> & { readonly tierId: TierId | null },
  now: Instant,
): readonly Fact[] {
  const { tierId, id } = member
  if (tierId === null) return []
  const membership = { id: firstMembershipId(id), siteId: catalogue.site.id }
  const from = toWallTime(catalogue.zone, now).date
  const taken = { member, membership, memberships: [], tierId, from, changeId: null }
  const ask = askForDeposit(catalogue, { ...taken, known: noDeposits }, now)
  return ask === null ? [] : [{ kind: 'deposit-ask', ask }]
}
