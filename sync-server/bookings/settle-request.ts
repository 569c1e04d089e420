/** `booking.request`: the facts around the wished times, and the pure settlement over them. */

import { actingFor } from '../../domain/access/acting.ts'
import { mayCommand } from '../../domain/access/permissions.ts'
import { isLive } from '../../domain/bookings/booking.ts'
import { countedSince } from '../../domain/bookings/limits/quota-periods.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import type { BookingRequest, Choice, Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { bookingIdOf } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import type { LoadDistances } from '../storage/load-plans.ts'

type Facts =
  | { readonly kind: 'known'; readonly facts: SettleFacts }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function settleRequest(loadDistances: LoadDistances) {
  return settlementKind<'booking.request', Facts>({
    kind: 'booking.request',
    load: async (ledger, { body }, actor, now) => {
      const { siteId } = body
      if (!actor.siteIds.includes(siteId)) return unknownPlace
      const whose = await loadWhose(ledger, body, actor)
      if (whose === null) return { kind: 'refused', refusal: { reason: 'not-allowed' } }
      const catalogue = await ledger.catalogue(siteId)
      if (catalogue === null) return unknownPlace
      const choices = [body.choice, ...body.fallbacks]
      const around = await ledger.liveAround(siteId, daysAround(choices))
      const at = countedFrom(catalogue, whose.member, choices, now)
      const ownBookings = await ledger.bookingsOf(whose.member.id, at)
      const distance = await loadDistances(ledger.tx, catalogue.site)
      const occupied = around.map(occupiedBy)
      return { kind: 'known', facts: { ...whose, catalogue, occupied, ownBookings, distance } }
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

function refused(refusal: Refusal): Decision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
}

/** All that is ahead, and as much of the past as the member's quotas count. */
export function countedFrom(
  catalogue: Catalogue,
  member: Member,
  choices: readonly Choice[],
  now: Instant,
) {
  const tier = tierOf(catalogue.tiers, member)
  const times = choices.map(({ interval }) => interval)
  return toInstant(Math.min(now, countedSince(catalogue.zone, tier, times) ?? now))
}

/**
 * Whole days from the earliest start to the latest end, with one more on both sides for buffers, other times that day, and other zone
 * data. Whole ones, so that the wishes of a batch for the same day read the same.
 */
export function daysAround(choices: readonly Choice[]): Interval {
  const starts = choices.map((choice) => choice.interval.startsAt)
  const ends = choices.map((choice) => choice.interval.endsAt)
  const firstDay = Math.floor(Math.min(...starts) / DAY_MS) - 1
  const lastDay = Math.ceil(Math.max(...ends) / DAY_MS) + 1
  return toInterval(firstDay * DAY_MS, lastDay * DAY_MS)
}
