/**
 * The settlement of a series: one wish, one outcome, in it an answer for each occurrence.
 *
 *   i1' of 12 ═══ i1→✓ 12 of 12            `exactly`: all that is listed
 *                 i1→✗preview-changed 2    or nothing, with what changed
 *                 i1→✓ 10, ✗ 2             `what-can-be-had`
 *
 * Each occurrence is settled by the same function as a booking by itself and sees what the earlier ones were given, so that a series
 * obeys every rule, limit and ceiling that a member with patience would (D-16).
 */
import { occurrenceIdOf, seriesIdOf } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import { type Booking, isLive } from '../booking.ts'
import { missingConsent } from '../house-rules/accept-rules.ts'
import { payTogether } from '../prepaid/pay-together.ts'
import { type SettleDecision, type SettleFacts, settle } from '../settle.ts'
import { withGiven } from '../waitlist/give-place.ts'
import { type WaitDecision, type WaitingFacts, waitFor } from '../waitlist/join-wait.ts'
import type { Wait } from '../waitlist/wait.ts'
import type { AnyIntent, Intent } from '../wishes/intent.ts'
import type { OccurrenceOutcome, Outcome } from '../wishes/outcome.ts'
import type { ChangedOccurrence, Refusal } from '../wishes/refusal.ts'
import type {
  BookOccurrence,
  ListedOccurrence,
  SeriesRequest,
  WaitOccurrence,
} from '../wishes/series-wish.ts'
import { occurrenceWish } from './occurrence-wish.ts'
import { expandRecurrence } from './recurrence.ts'
import { type Series, seriesPlace } from './series.ts'

export interface SeriesDecision {
  readonly outcome: Outcome
  readonly bookings: readonly Booking[]
  /** Dates that others have and that are waited for. */
  readonly waits: readonly Wait[]
  readonly series: Series | null
}

type Wish = Intent<'series.request'>

export function settleSeries(intent: Wish, facts: WaitingFacts, now: Instant): SeriesDecision {
  if (intent.deadlineAt < now) {
    return refuse({ reason: 'expired', deadlineAt: intent.deadlineAt })
  }
  const noConsent = missingConsent(facts, now)
  if (noConsent !== null) return refuse(noConsent)
  const { body } = intent
  const today = toWallTime(facts.catalogue.zone, now).date
  const expansion = expandRecurrence(body.recurrence, body.span, today)
  if (expansion.kind === 'refused') return refuse(expansion.refusal)
  const { dates } = expansion
  if (!listsEvery(body.occurrences, dates)) return refuse({ reason: 'malformed' })
  if (!body.occurrences.some(({ kind }) => kind === 'book')) {
    return refuse({ reason: 'series-empty' })
  }
  const series = seriesOf(intent, facts, dates, now)
  const answers = settleOccurrences(intent, series, body.occurrences, facts, now)
  return concluded(series, answers, body.mode)
}

/** Every date once and in order: what is settled is what was shown. */
function listsEvery(listed: readonly ListedOccurrence[], dates: readonly LocalDate[]): boolean {
  return listed.length === dates.length && listed.every(({ number }, index) => number === index + 1)
}

function seriesOf(
  intent: Wish,
  { member }: SettleFacts,
  dates: readonly LocalDate[],
  now: Instant,
): Series {
  const { siteId, resourceId, recurrence, span, people, note, payWith } = intent.body
  return {
    id: seriesIdOf(intent.id),
    intentId: intent.id,
    memberId: member.id,
    ...{ siteId, resourceId, recurrence, span, people, note, payWith, dates },
    settledAt: now,
  }
}

/** One occurrence with its answer; `decision` is null for one that is skipped. */
export interface OccurrenceAnswer {
  readonly listed: ListedOccurrence
  readonly decision: SettleDecision | null
  readonly wait: Wait | null
}

/** What the occurrences belong to: a new series, or one that gets dates back. */
type Within = Pick<
  Series,
  'id' | 'siteId' | 'resourceId' | 'dates' | 'span' | 'people' | 'note' | 'payWith'
>

/** Each occurrence by itself, in order, on facts that hold what the earlier ones were given; what is paid before it stands is paid together. */
export function settleOccurrences(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  series: Within,
  listed: readonly ListedOccurrence[],
  facts: WaitingFacts,
  now: Instant,
): readonly OccurrenceAnswer[] {
  const answers = settleEach(intent, series, listed, facts, now)
  const booked = answers.flatMap(({ decision }) => decision?.booking ?? [])
  const held = payTogether(booked, facts.paying?.isAway ?? false, now)
  if (held === booked) return answers
  const byId = new Map(held.map((booking) => [booking.id, booking]))
  return answers.map((answer) => {
    const { decision } = answer
    if (decision === null || decision.booking === null) return answer
    const booking = byId.get(decision.booking.id) ?? decision.booking
    return { ...answer, decision: { ...decision, booking } }
  })
}

function settleEach(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  series: Within,
  listed: readonly ListedOccurrence[],
  facts: WaitingFacts,
  now: Instant,
): readonly OccurrenceAnswer[] {
  const given: Booking[] = []
  const waits: Wait[] = []
  return listed.map((one) => {
    if (one.kind === 'skip') return { listed: one, decision: null, wait: null }
    const known = { ...withGiven(facts, given), ownWaits: [...facts.ownWaits, ...waits] }
    if (one.kind === 'wait') {
      const { outcome, wait } = waitForOne(intent, series, one, known, now)
      if (wait !== null) waits.push(wait)
      return { listed: one, decision: { outcome, booking: null }, wait }
    }
    const decision = settleOne(intent, series, one, known, now)
    if (decision.booking !== null) given.push(decision.booking)
    return { listed: one, decision, wait: null }
  })
}

/** It says which occurrence it is for, so that what it ends in is one of the series like any other. */
function waitForOne(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  series: Within,
  { number, choice }: WaitOccurrence,
  facts: WaitingFacts,
  now: Instant,
): WaitDecision {
  const { siteId, people, note, payWith } = series
  const wished = { siteId, choice, people, note, payWith, ceiling: null }
  const place = seriesPlace(series, number, choice)
  const near = { ...facts, occupied: around(facts, choice.interval) }
  const { outcome, wait } = waitFor(occurrenceIdOf(intent.id, number), wished, place, near, now)
  return { outcome, wait: wait === null ? null : { ...wait, intentId: intent.id } }
}

function settleOne(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  series: Within,
  listed: BookOccurrence,
  facts: SettleFacts,
  now: Instant,
): SettleDecision {
  const limit = limits.liveBookingsPerMemberMax
  const isAhead = ({ state, interval }: Booking) => isLive(state) && interval.endsAt > now
  if (facts.ownBookings.filter(isAhead).length >= limit) {
    return refused({ reason: 'quota', limit })
  }
  const wish = occurrenceWish(intent, series, listed)
  const near = { ...facts, occupied: around(facts, listed.choice.interval) }
  const decision = settle(wish, near, now, () => [])
  if (decision.booking === null) return decision
  const place = seriesPlace(series, listed.number, listed.choice)
  return { ...decision, booking: { ...decision.booking, intentId: intent.id, series: place } }
}

/** What can matter for one occurrence: a year of a whole site would be looked through a hundred times. */
function around({ occupied }: SettleFacts, { startsAt, endsAt }: Interval) {
  return occupied.filter(
    ({ interval }) => interval.startsAt < endsAt + DAY_MS && startsAt - DAY_MS < interval.endsAt,
  )
}

function concluded(
  series: Series,
  answers: readonly OccurrenceAnswer[],
  mode: SeriesRequest['mode'],
): SeriesDecision {
  const changed = changedOf(answers)
  const bookings = answers.flatMap(({ decision }) => decision?.booking ?? [])
  const waits = answers.flatMap(({ wait }) => wait ?? [])
  if (bookings.length === 0 || (mode === 'exactly' && changed.length > 0)) {
    const total = bookings.length + waits.length + changed.length
    return refuse({ reason: 'preview-changed', total, changed })
  }
  const occurrences = answers.map(outcomeOf)
  const outcome: Outcome = { kind: 'series', seriesId: series.id, occurrences }
  return { outcome, bookings, waits, series }
}

/** The occurrences that were to be booked or waited for and cannot be, each with why. */
export function changedOf(answers: readonly OccurrenceAnswer[]): readonly ChangedOccurrence[] {
  return answers.flatMap(({ listed: { number }, decision }): readonly ChangedOccurrence[] => {
    const outcome = decision?.outcome
    if (outcome?.kind === 'refused') return [{ number, kind: 'refused', refusal: outcome.refusal }]
    return outcome?.kind === 'ask-again' ? [{ number, kind: 'dearer', price: outcome.price }] : []
  })
}

/** What became of one occurrence, as the outcome carries it. */
export function outcomeOf({ listed, decision, wait }: OccurrenceAnswer): OccurrenceOutcome {
  const { number } = listed
  if (wait !== null) return { number, kind: 'waiting', waitId: wait.id }
  if (listed.kind === 'skip' || decision === null) return { number, kind: 'skipped' }
  const { booking, outcome } = decision
  if (booking !== null) {
    const holdExpiresAt = booking.state === 'held' ? booking.holdExpiresAt : null
    return { number, kind: 'booked', bookingId: booking.id, price: booking.price, holdExpiresAt }
  }
  const wish = listed.choice
  if (outcome.kind === 'ask-again') return { number, kind: 'dearer', wish, price: outcome.price }
  if (outcome.kind !== 'refused') throw new Error('Broken invariant: what is not booked is refused')
  return { number, kind: 'refused', wish, refusal: outcome.refusal }
}

function refused(refusal: Refusal): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, booking: null }
}

function refuse(refusal: Refusal): SeriesDecision {
  const outcome: Outcome = { kind: 'refused', refusal, alternatives: [] }
  return { outcome, bookings: [], waits: [], series: null }
}
