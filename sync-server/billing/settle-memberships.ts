/** Wishes about memberships: of their member, or of the space for them. */
import { mayCommand } from '../../domain/access/permissions.ts'
import {
  changeMembership,
  type MembershipDecision,
  type MembershipFacts,
  startMembership,
} from '../../domain/billing/memberships/change-membership.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { MembershipKind } from '../../domain/bookings/wishes/membership-requests.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { depositsOfMember } from '../storage/load-deposits.ts'

async function loadFacts(
  ledger: Ledger,
  siteId: string,
  forMemberId: string | null,
  actor: Member,
  now: Instant,
): Promise<MembershipFacts | null> {
  const catalogue = await ledger.catalogue(siteId)
  if (catalogue === null || !actor.siteIds.includes(catalogue.site.id)) return null
  const isOwn = forMemberId === null
  const member = isOwn ? actor : await ledger.member(forMemberId)
  if (member === null || !member.siteIds.includes(catalogue.site.id)) return null
  if (!isOwn) {
    const principal = { memberId: actor.id, role: actor.role, siteIds: actor.siteIds }
    if (!mayCommand(principal, 'membership.for-others')) return null
  }
  const bookings = await ledger.bookingsOf(member.id, now)
  const deposits = await depositsOfMember(ledger.tx, member.id)
  return { catalogue, member, bookings, asker: isOwn ? 'member' : 'space', deposits }
}

function asDecision(
  { outcome, memberships, bookings, deposit }: MembershipDecision,
  { catalogue, member, bookings: known, asker }: MembershipFacts,
  { kind, body }: Intent<MembershipKind>,
  now: Instant,
): Decision {
  if (memberships === null) return { outcome, facts: [] }
  const { zone } = catalogue
  const today = toWallTime(zone, now).date
  const detail = JSON.stringify(body)
  return {
    outcome,
    facts: [
      { kind: 'memberships', memberId: member.id, memberships, today, zone },
      ...(deposit === null ? [] : [{ kind: 'deposit-ask' as const, ask: deposit }]),
      ...bookings.map((booking): Fact => {
        const before = known.find(({ id }) => id === booking.id) ?? null
        return { kind: 'booking', booking, before }
      }),
      ...(asker === 'space'
        ? [{ kind: 'audit' as const, command: kind, subject: member.id, detail }]
        : []),
    ],
  }
}

function settleChange<Kind extends Exclude<MembershipKind, 'membership.start'>>(kind: Kind) {
  return settlementKind<Kind, MembershipFacts | null>({
    kind,
    load: (ledger, { body }, actor, now) =>
      loadFacts(ledger, body.siteId, body.forMemberId, actor, now),
    decide: (intent, facts, _actor, now) => {
      if (facts === null) return notAllowed
      return asDecision(changeMembership(intent, facts, now), facts, intent, now)
    },
  })
}

const start = settlementKind<'membership.start', MembershipFacts | null>({
  kind: 'membership.start',
  load: (ledger, { body }, actor, now) => loadFacts(ledger, body.siteId, body.memberId, actor, now),
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    return asDecision(startMembership(intent, facts, now), facts, intent, now)
  },
})

export const membershipKinds = [
  settleChange('membership.change'),
  settleChange('membership.pause'),
  settleChange('membership.resume'),
  settleChange('membership.end'),
  settleChange('membership.take-back'),
  start,
]
