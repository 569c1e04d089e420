/** `booking.request`: the facts around the wished times, and the pure settlement over them. */

import { actingFor } from '../../domain/access/acting.ts'
import { mayCommand } from '../../domain/access/permissions.ts'
import { isLive } from '../../domain/bookings/booking.ts'
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import { asTeam } from '../../domain/bookings/teams/as-team.ts'
import type { BookingRequest, Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { bookingIdOf } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { refused } from '../settlement/verdict.ts'
import { type LoadFacts, withAway } from './load-facts.ts'

type Facts =
  | { readonly kind: 'known'; readonly facts: SettleFacts }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function settleRequest(loadFacts: LoadFacts) {
  return settlementKind<'booking.request', Facts>({
    kind: 'booking.request',
    load: async (ledger, intent, actor, now) => {
      const { body } = intent
      const { siteId } = body
      if (!actor.siteIds.includes(siteId)) return unknownPlace
      const whose = await loadWhose(ledger, body, actor)
      if (whose === null) return { kind: 'refused', refusal: { reason: 'not-allowed' } }
      const choices = [body.choice, ...body.fallbacks]
      const facts = await loadFacts(ledger, siteId, choices, whose, now)
      if (facts === null) return unknownPlace
      return { kind: 'known', facts: await withAway(ledger, intent, asTeam(facts), now) }
    },
    decide: (intent, found, _actor, now) => {
      if (found.kind === 'refused') return refused(found.refusal)
      const { facts } = found
      const live = facts.ownBookings.filter(
        ({ state, interval }) => isLive(state) && interval.endsAt > now,
      )
      if (live.length >= limits.liveBookingsPerMemberMax) {
        return refused({ reason: 'quota', limit: limits.liveBookingsPerMemberMax })
      }
      const { outcome, booking } = settle(intent, facts, now)
      if (booking === null) return { outcome, facts: [] }
      return {
        outcome,
        facts: [{ kind: 'booking', booking, before: null }, ...auditOf(intent, facts)],
      }
    },
  })
}

const unknownPlace: Facts = { kind: 'refused', refusal: { reason: 'unknown-resource' } }

/** Whose booking it will be, and who asks for it where that is not the member. Null where the actor may not. */
async function loadWhose(
  ledger: Ledger,
  { siteId, forMemberId, override }: BookingRequest,
  actor: Member,
): Promise<Pick<SettleFacts, 'member' | 'madeBy'> | null> {
  const principal = { memberId: actor.id, role: actor.role, siteIds: actor.siteIds }
  if (override !== null && !mayCommand(principal, 'booking.override')) return null
  if (forMemberId === null || forMemberId === actor.id) return { member: actor, madeBy: null }
  const member = await ledger.member(forMemberId)
  const as = member === null ? null : actingFor(actor, member, siteId)
  return member === null || as === null ? null : { member, madeBy: { memberId: actor.id, as } }
}

/** Who acted stands in the trail beside it; here for whom, and why the rules did not count. */
function auditOf(intent: Intent<'booking.request'>, { member, madeBy }: SettleFacts): Fact[] {
  const { override } = intent.body
  if (madeBy === null && override === null) return []
  const detail = { forMemberId: member.id, reason: override?.reason ?? null }
  const subject = bookingIdOf(intent.id)
  return [{ kind: 'audit', command: 'booking.request', subject, detail: JSON.stringify(detail) }]
}
