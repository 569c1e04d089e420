/**
 * What a change of the space would mean for the coming weeks, before it is saved (L-09): the bookings that stand now, priced and allowed as
 * they would have been on a fork of the space. Nothing of it is kept or sent, and what is booked keeps its price whatever comes out.
 */
import type { Member } from '../../memberships/member.ts'
import { tierOf } from '../../memberships/tier-of.ts'
import { quote } from '../../prices/quote.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import type { MemberId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import { add, type Money, zero } from '../../values/money.ts'
import { asOffered } from '../absences/as-offered.ts'
import { type Booking, isLive } from '../booking.ts'
import { checkRules } from '../booking-rules.ts'

export const WHAT_IF_WEEKS = 4

export interface WhatIf {
  /** How many bookings begin in those weeks. */
  readonly bookings: number
  /** What they would cost as the space is, and as it would be. */
  readonly before: Money
  readonly after: Money
  /** How many of them could be made as the space is, and could not be made as it would be. */
  readonly refused: number
}

export function whatIf(
  before: Catalogue,
  after: Catalogue,
  members: ReadonlyMap<MemberId, Member>,
  bookings: readonly Booking[],
  now: Instant,
): WhatIf {
  const until = now + WHAT_IF_WEEKS * 7 * DAY_MS
  const ahead = bookings.filter(
    ({ state, interval }) => isLive(state) && interval.endsAt > now && interval.startsAt < until,
  )
  let found = { before: zero(before.site.currency), after: zero(after.site.currency), refused: 0 }
  for (const booking of ahead) {
    const member = members.get(booking.memberId)
    const was = answerOf(before, booking, member)
    const will = answerOf(after, booking, member)
    const isLost = was.isAllowed && !will.isAllowed
    found = {
      before: add(found.before, was.price),
      after: isLost ? found.after : add(found.after, will.price),
      refused: found.refused + (isLost ? 1 : 0),
    }
  }
  return { bookings: ahead.length, ...found }
}

/** As if it were made when it was made: notice and how far ahead count from then. */
function answerOf(
  catalogue: Catalogue,
  { resourceId, interval, people, settledAt }: Booking,
  member: Member | undefined,
): { readonly price: Money; readonly isAllowed: boolean } {
  const place = findResource(catalogue, resourceId)
  if (place === null) return { price: zero(catalogue.site.currency), isAllowed: false }
  const tierId = member?.tierId ?? null
  const resource = member === undefined ? place : asOffered(catalogue, place, interval, member)
  const tier = member === undefined ? null : tierOf(catalogue.tiers, member)
  const isHolder = member?.assigned.includes(resourceId) === true
  const wish = { catalogue, resource, tier, interval, people, isHolder, now: settledAt }
  return {
    price: quote(catalogue, resource, interval, tierId).price,
    isAllowed: checkRules(wish) === null,
  }
}
