/** Which lots may pay for a booking, in the order in which they do. */

import type { Allowance } from '../../memberships/allowance.ts'
import {
  type AllowanceDates,
  allowanceDates,
  amountWithin,
} from '../../memberships/allowance-period.ts'
import { type Grant, grantsOn } from '../../memberships/grants-on.ts'
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { LotId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { zero } from '../../values/money.ts'
import { localDay, toWallTime } from '../../values/zone.ts'
import { frozenLots } from './frozen-lots.ts'
import type { KnownLot, PayWith, Wallet } from './lot.ts'

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
export function lotsFor(asked: LotsAsked): readonly KnownLot[] {
  const { kind, payWith } = asked
  const candidates =
    payWith === 'personal'
      ? [...planLotsOf(asked, asked.startsAt), ...ownLots(asked)]
      : payWith === 'team' && mayUseTeam(asked.member, asked.wallet)
        ? ownTeamLots(asked)
        : []
  return candidates.filter(({ kinds }) => kinds.includes(kind)).sort(compareLots)
}

/** What pays where nobody chose: the team's lots where the team says so and lets them (D-27). */
export function usualPayWith(member: Member, wallet: Wallet): PayWith {
  return wallet.team?.isFirst === true && mayUseTeam(member, wallet) ? 'team' : 'personal'
}

export function mayUseTeam({ teamId, role }: Pick<Member, 'teamId' | 'role'>, { team }: Wallet) {
  if (teamId === null || team === null) return false
  return team.usedBy === 'everybody' || role === 'team-manager'
}

/**
 * An allowance belongs to the period in which the booking begins (D-23): a lot of its own, whose id follows from the period. Every membership
 * that is there on that day gives its own; a paused one gives none (D-70).
 */
export function planLotsOf(
  { catalogue, member }: Pick<LotsAsked, 'catalogue' | 'member'>,
  at: Instant,
): readonly KnownLot[] {
  const date = toWallTime(catalogue.zone, at).date
  return grantsOn(member, date).flatMap((grant) => {
    const tier = catalogue.tiers.find(({ id }) => id === grant.tierId)
    const allowances = tier?.allowances ?? []
    return allowances.map((allowance) => planLot(catalogue, member, allowance, date, grant))
  })
}

function planLot(
  { zone, site }: Catalogue,
  member: Member,
  allowance: Allowance,
  date: LocalDate,
  grant: Grant,
): KnownLot {
  const dates = allowanceDates(allowance, date)
  const { kinds, unit } = allowance
  return {
    // An id of our own making: it is told by bookings, and nobody sends it.
    id: `lot_${member.id.slice(4)}.${allowance.id}.${periodName(dates, grant)}` as LotId,
    siteId: site.id,
    holder: { kind: 'member', memberId: member.id },
    ...{ name: '', kinds, unit, source: 'plan', reason: '' },
    amount: amountWithin(allowance, dates, grant, site.hours),
    validFrom: localDay(zone, dates.from).startsAt,
    expiresAt: localDay(zone, dates.until).startsAt,
    owed: zero(site.currency),
    usedElsewhere: 0,
  }
}

/** Of a plan that began within the period another lot than of the one before it, and of each membership beside the first its own. */
function periodName({ from }: AllowanceDates, { since, beside }: Grant): string {
  const changed = since?.isChange === true && since.on > from ? `.${since.on}` : ''
  return `${from}${changed}${beside === 0 ? '' : `.${beside}`}`
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
