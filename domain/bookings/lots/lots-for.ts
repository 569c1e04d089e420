/** Which lots may pay for a booking, in the order in which they do. */

import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { LotUnit } from '../../sites/pass-offer.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { frozenLots } from './frozen-lots.ts'
import type { KnownLot, PayWith, Wallet } from './lot.ts'
import { isBeyondHalf } from './pass-days.ts'
import { type PlanLot, planLotsOf } from './plan-lots.ts'

export interface LotsAsked {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly wallet: Wallet
  readonly payWith: PayWith
  readonly kind: ResourceKind
  readonly interval: Interval
  readonly now: Instant
}

/**
 * What expires first is used first; of two that expire together the membership's before what was paid for (D-24), and of those the one of which
 * the time uses least (D-20): a half-day for what fits into one, a day for what does not.
 */
export function lotsFor(asked: LotsAsked): readonly (KnownLot | PlanLot)[] {
  const { kind, payWith, interval, catalogue } = asked
  const candidates: readonly (KnownLot | PlanLot)[] =
    payWith === 'personal'
      ? [...planLotsOf(asked, interval.startsAt), ...ownLots(asked)]
      : payWith === 'team' && mayUseTeam(asked.member, asked.wallet)
        ? ownTeamLots(asked)
        : []
  return candidates
    .filter(({ kinds }) => kinds.includes(kind))
    .toSorted(isBeyondHalf(catalogue, interval) ? compareForDay : compareForHalf)
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

/** In the order in which they are used where they expire together. */
const unitsForHalf: readonly LotUnit[] = ['minutes', 'half-days', 'days', 'entries']
const unitsForDay: readonly LotUnit[] = ['minutes', 'days', 'half-days', 'entries']
const compareForHalf = (a: KnownLot, b: KnownLot) => compareLots(a, b, unitsForHalf)
const compareForDay = (a: KnownLot, b: KnownLot) => compareLots(a, b, unitsForDay)

function compareLots(a: KnownLot, b: KnownLot, units: readonly LotUnit[]): number {
  const [first, second] = [a.expiresAt ?? Infinity, b.expiresAt ?? Infinity]
  if (first !== second) return first < second ? -1 : 1
  if ((a.source === 'plan') !== (b.source === 'plan')) return a.source === 'plan' ? -1 : 1
  if (a.unit !== b.unit) return units.indexOf(a.unit) - units.indexOf(b.unit)
  return a.id < b.id ? -1 : 1
}
