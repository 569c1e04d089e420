/** `booking.request`: the facts around the wished times, and the pure settlement over them. */

import { isLive } from '../../domain/bookings/booking.ts'
import { occupiedBy } from '../../domain/bookings/close-site.ts'
import type { Choice } from '../../domain/bookings/intent.ts'
import type { Refusal } from '../../domain/bookings/refusal.ts'
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { bookingsOfMember, liveBookingsAround } from './load-bookings.ts'

export function settleRequest(loadDistances: LoadDistances) {
  return settlementKind<'booking.request', SettleFacts | null>({
    kind: 'booking.request',
    load: async (tx, { body }, member, now) => {
      if (!member.siteIds.includes(body.siteId)) return null
      const catalogue = await loadCatalogue(tx, body.siteId)
      if (catalogue === null) return null
      const around = await liveBookingsAround(
        tx,
        body.siteId,
        hull([body.choice, ...body.fallbacks]),
      )
      const ownBookings = await bookingsOfMember(tx, member.id, now)
      const distance = await loadDistances(tx, catalogue.site)
      return { catalogue, member, occupied: around.map(occupiedBy), ownBookings, distance }
    },
    decide: (intent, facts, _actor, now) => {
      if (facts === null) return refused({ reason: 'unknown-resource' })
      const live = facts.ownBookings.filter((booking) => isLive(booking.state))
      if (live.length >= limits.liveBookingsPerMemberMax) {
        return refused({ reason: 'quota', limit: limits.liveBookingsPerMemberMax })
      }
      const { outcome, booking } = settle(intent, facts, now)
      return {
        outcome,
        facts: booking === null ? [] : [{ kind: 'booking', booking, before: null }],
      }
    },
  })
}

function refused(refusal: Refusal): Decision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
}

/** From the earliest start to the latest end, with a day on both sides for buffers, other times that day, and other zone data. */
function hull(choices: readonly Choice[]): Interval {
  const starts = choices.map((choice) => choice.interval.startsAt)
  const ends = choices.map((choice) => choice.interval.endsAt)
  return toInterval(Math.min(...starts) - DAY_MS, Math.max(...ends) + DAY_MS)
}
