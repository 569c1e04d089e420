/**
 * The settlement of a team's week: one wish of whoever manages it, and each person's day decided in the order written by the function that
 * decides a booking by itself, on facts that hold what the days before it were given (D-74).
 *
 *   draft as it stands ∩ days as they were sent ═══ booked · refused, with what would do instead · dearer
 *   sent, and not in the draft any more         ═══ withdrawn: nothing is booked
 *   in the draft, and not sent                  ═══ late: whoever sent it had not seen it
 */
import { type MemberId, occurrenceIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { type Booking, isLive } from '../booking.ts'
import { walletWith } from '../lots/wallet-with.ts'
import { occupiedBy } from '../occupied-by.ts'
import { type SettleFacts, settle } from '../settle.ts'
import type { Intent } from '../wishes/intent.ts'
import type { SentDesk } from '../wishes/team-requests.ts'
import type { DayResult, SentDay, SentWeek } from './sent-week.ts'
import { dayKey, type PlannedDay } from './week.ts'

export interface WeekFacts {
  /** The draft as it stands when it is settled. */
  readonly planned: readonly PlannedDay[]
  /** Of everybody with a day in it who is in the team, as their own bookings by whoever manages it are decided. */
  readonly people: ReadonlyMap<MemberId, SettleFacts>
}

export interface WeekDecision {
  readonly sent: SentWeek
  readonly bookings: readonly Booking[]
}

type Wish = Intent<'week.send'>

export function settleWeek(
  intent: Wish,
  { planned, people }: WeekFacts,
  sentBy: MemberId,
  now: Instant,
): WeekDecision {
  const standing = new Map(planned.map((day) => [dayKey(day.memberId, day.on), day]))
  const given: Booking[] = []
  const days: SentDay[] = []
  for (const [index, sent] of intent.body.desks.entries()) {
    const key = dayKey(sent.memberId, sent.on)
    const result = resultOf(intent, sent, index + 1, standing.get(key), people, given, now)
    days.push({ memberId: sent.memberId, on: sent.on, result })
    standing.delete(key)
  }
  for (const { memberId, on, wish } of standing.values()) {
    const kind = wish.kind === 'desk' ? 'late' : wish.kind
    days.push({ memberId, on, result: { kind } })
  }
  const { teamId, week, siteId } = intent.body
  return {
    sent: { teamId, week, siteId, intentId: intent.id, sentBy, sentAt: now, days },
    bookings: given,
  }
}

/** Adds to `given` what is booked. */
function resultOf(
  intent: Wish,
  sent: SentDesk,
  number: number,
  planned: PlannedDay | undefined,
  people: WeekFacts['people'],
  given: Booking[],
  now: Instant,
): DayResult {
  const facts = people.get(sent.memberId)
  const isMeant = planned?.wish.kind === 'desk' && planned.wish.resourceId === sent.liked
  if (!isMeant || facts === undefined) return { kind: 'withdrawn' }
  const known = withGiven(facts, given)
  const limit = limits.liveBookingsPerMemberMax
  const ahead = known.ownBookings.filter(
    ({ state, interval }) => isLive(state) && interval.endsAt > now,
  )
  if (ahead.length >= limit) {
    return { kind: 'refused', refusal: { reason: 'quota', limit }, alternatives: [] }
  }
  const { outcome, booking } = settle(dayWish(intent, sent, number), known, now)
  if (booking !== null) {
    given.push({ ...booking, intentId: intent.id })
    const holdExpiresAt = booking.state === 'held' ? booking.holdExpiresAt : null
    const { id: bookingId, resourceId, price } = booking
    return { kind: 'booked', bookingId, resourceId, price, holdExpiresAt }
  }
  if (outcome.kind === 'refused') {
    const { refusal, alternatives } = outcome
    return { kind: 'refused', refusal, alternatives }
  }
  if (outcome.kind !== 'ask-again')
    throw new Error('Broken invariant: what is not booked is refused')
  return { kind: 'dearer', price: outcome.price, alternatives: outcome.alternatives }
}

/** What others of the team were given is taken; what they used of its passes is used. */
function withGiven(facts: SettleFacts, given: readonly Booking[]): SettleFacts {
  const own = given.filter(({ memberId }) => memberId === facts.member.id)
  return {
    ...facts,
    occupied: [...facts.occupied, ...given.map(occupiedBy)],
    ownBookings: [...facts.ownBookings, ...own],
    wallet: walletWith(facts.wallet, given),
  }
}

/** A day as the wish it would be by itself; its booking is `bkg_<tail>.<number>`. Any desk will do where none was liked. */
function dayWish(
  intent: Wish,
  { memberId, choice, quote, liked }: SentDesk,
  number: number,
): Intent<'booking.request'> {
  return {
    ...intent,
    id: occurrenceIdOf(intent.id, number),
    kind: 'booking.request',
    body: {
      ...{ siteId: intent.body.siteId, choice, fallbacks: [], takeNearest: liked === null },
      ...{ people: 1, guests: [], note: '', quote, ceiling: null },
      ...{ forMemberId: memberId, payWith: intent.body.payWith, override: null },
    },
  }
}
