/** `booking.request`: the facts around the wished times, and the pure settlement over them. */

import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { occupiedBy } from '../../domain/bookings/close-site.ts'
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import { isLiveAround, type Ledger } from '../settlement/ledger.ts'
import { bookingsOfMembers, liveBookingsAround } from '../storage/load-bookings.ts'
import type { LoadCatalogue } from '../storage/load-catalogue.ts'
import type { LoadDistances } from '../storage/load-plans.ts'

export function settleRequest(loadCatalogue: LoadCatalogue, loadDistances: LoadDistances) {
  return settlementKind<'booking.request', SettleFacts | null>({
    kind: 'booking.request',
    load: async (ledger, { body }, member, now) => {
      const { siteId } = body
      if (!member.siteIds.includes(siteId)) return null
      const catalogue = await ledger.once(`catalogue of ${siteId}`, () =>
        loadCatalogue(ledger.tx, siteId),
      )
      if (catalogue === null) return null
      const around = await liveAround(ledger, siteId, daysAround([body.choice, ...body.fallbacks]))
      const ownBookings = await ownAhead(ledger, member.id, now)
      const distance = await loadDistances(ledger.tx, catalogue.site)
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

async function liveAround(ledger: Ledger, siteId: SiteId, days: Interval) {
  const key = `live at ${siteId} from ${days.startsAt} to ${days.endsAt}`
  const read = await ledger.once(key, () => liveBookingsAround(ledger.tx, siteId, days))
  return ledger.asDecided(read, isLiveAround(siteId, days))
}

async function ownAhead(ledger: Ledger, memberId: MemberId, now: Instant) {
  const read = await ledger.once('bookings ahead of everybody in the batch', () =>
    bookingsOfMembers(ledger.tx, ledger.memberIds, now),
  )
  const belongs = (one: Booking) => one.memberId === memberId && one.interval.endsAt > now
  return ledger.asDecided(read.get(memberId) ?? [], belongs)
}

/**
 * Whole days from the earliest start to the latest end, with one more on both sides for buffers, other times that day, and other zone
 * data. Whole ones, so that the wishes of a batch for the same day read the same.
 */
function daysAround(choices: readonly Choice[]): Interval {
  const starts = choices.map((choice) => choice.interval.startsAt)
  const ends = choices.map((choice) => choice.interval.endsAt)
  const firstDay = Math.floor(Math.min(...starts) / DAY_MS) - 1
  const lastDay = Math.ceil(Math.max(...ends) / DAY_MS) + 1
  return toInterval(firstDay * DAY_MS, lastDay * DAY_MS)
}
