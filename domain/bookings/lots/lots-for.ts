/** Which lots may pay for a booking, in the order in which they do. */

import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import { frozenLots } from './frozen-lots.ts'
import type { KnownLot, PayWith, Wallet } from './lot.ts'
import { type PlanLot, planLotsOf } from './plan-lots.ts'

export interface LotsAsked {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly wallet: Wallet
  readonly payWith: PayWith
  readonly kind: ResourceKind
  readonly startsAt: Instant
  readonly now: Instant
}

/** What expires first is used first; of two that expire together the membership's before what was paid for (D-24). */
export function lotsFor(asked: LotsAsked): readonly (KnownLot | PlanLot)[] {
  const { kind, payWith } = asked
  const candidates: readonly (KnownLot | PlanLot)[] =
    payWith === 'personal'
      ? [...planLotsOf(asked, asked.startsAt), ...ownLots(asked)]
      : payWith === 'team' && mayUseTeam(asked.member, asked.wallet)
        ? ownTeamLots(asked)
        : []
  return candidates.filter(({ kinds }) => kinds.includes(kind)).toSorted(compareLots)
}

/** What pays where nobody chose: the team's lots where the team says so and lets them (D-27). */
export function usualPayWith(member: Member, wallet: Wallet): PayWith {
  return wallet.team?.isFirst === true && mayUseTeam(member, wallet) ? 'team' : 'personal'
}

export function mayUseTeam({ teamId, role }: Pick<Member, 'teamId' | 'role'>, { team }: Wallet) {
  if (teamId === null || team === null) return false
  return team.usedBy === 'everybody' || role === 'team-manager'
}

function ownLots({ wallet, catalogue, member, now }: LotsAsked): readonly KnownLot[] {
  return frozenLots(catalogue.zone, member, wallet.lots).filter(
    (lot) =>
      lot.holder.kind === 'member' &&
      lot.holder.memberId === member.id &&
      lot.siteId === catalogue.site.id &&
      isValid(lot, now),
  )
}

function ownTeamLots({ wallet, catalogue, member, now }: LotsAsked): readonly KnownLot[] {
  return wallet.lots.filter(
    (lot) =>
      lot.holder.kind === 'team' &&
      lot.holder.teamId === member.teamId &&
      lot.siteId === catalogue.site.id &&
      isValid(lot, now),
  )
}

/** A pass is spent when it is booked with: by then it must not have expired, whenever the booking itself is (D-25). */
export function isValid(
  { validFrom, expiresAt }: Pick<KnownLot, 'validFrom' | 'expiresAt'>,
  now: Instant,
): boolean {
  return validFrom <= now && (expiresAt === null || now < expiresAt)
}

function compareLots(a: KnownLot, b: KnownLot): number {
  const [first, second] = [a.expiresAt ?? Infinity, b.expiresAt ?? Infinity]
  if (first !== second) return first < second ? -1 : 1
  if ((a.source === 'plan') !== (b.source === 'plan')) return a.source === 'plan' ? -1 : 1
  return a.id < b.id ? -1 : 1
}
