/**
 * Dates of a series changed together: to another time of day, length or place. Each is changed as a booking by itself would be, under the
 * same terms (D-31), and all of them or none.
 *
 * What is paid before it stands is paid first (see `pay-series-change`).
 *
 * What was changed for one date alone stays as it is there, field by field (D-17): occurrence 4 moved to 15:00 takes another room
 * with all the others, and stays at 15:00.
 */
import { must } from '../../values/assert.ts'
import { type BookingId, occurrenceIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { type Money, money } from '../../values/money.ts'
import type { ZoneTable } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { isMovedBy } from '../changes/ask-to-move.ts'
import { withoutOwnSpan } from '../changes/decide-change.ts'
import { type ChangeFacts, settleChange } from '../changes/settle-change.ts'
import { walletWith } from '../lots/wallet-with.ts'
import { occupiedBy } from '../occupied-by.ts'
import type { SettleDecision } from '../settle.ts'
import type { Choice } from '../wishes/intent.ts'
import type { OccurrenceOutcome } from '../wishes/outcome.ts'
import type { ChangedOccurrence, Refusal } from '../wishes/refusal.ts'
import type { ChangedBooking, SeriesChangeRequest, SeriesEdit } from '../wishes/series-wish.ts'
import { isInScope, type SeriesChange } from './cancel-series.ts'
import { heldTogether, paidBefore } from './pay-series-change.ts'
import { choiceOfPlace, placeOfChoice } from './series.ts'

export type SeriesChangeFacts = Omit<ChangeFacts, 'booking' | 'approval' | 'isWithOthers'>

/** A date that is to be changed, and what would come of it. */
export interface ChangeAnswer {
  readonly before: Booking
  readonly listed: ChangedBooking
  readonly decision: SettleDecision
}

/** `bookings` are those of the series that the wish names. */
export function settleSeriesChange(
  request: SeriesChangeRequest,
  bookings: readonly Booking[],
  facts: SeriesChangeFacts,
  now: Instant,
): SeriesChange {
  if (facts.deadlineAt < now) return refuse({ reason: 'expired', deadlineAt: facts.deadlineAt })
  if (request.bookings.length === 0) return refuse({ reason: 'unchanged' })
  const known = new Map(bookings.map((booking) => [booking.id, booking]))
  const { seriesId, scope, edit } = request
  const meant = request.bookings.every(({ bookingId }) => {
    const { series, wall } = known.get(bookingId) ?? { series: null, wall: null }
    if (series === null || wall === null || series.id !== seriesId) return false
    return isInScope(scope, series.occurrence, wall.start.date)
  })
  if (!meant) return refuse({ reason: 'unknown-series' })
  const answers = changeEach(request.bookings, edit, known, facts, now)
  const pays = paysFirst(answers, facts)
  const held = pays === null ? [] : holdEach(answers, edit, facts, now)
  const changed = (pays === null ? answers : held).flatMap(changedOf)
  if (changed.length > 0) {
    return refuse({ reason: 'preview-changed', total: answers.length, changed })
  }
  const holds = pays === null ? [] : heldTogether(held.flatMap(changeOf), facts.intentId)
  const occurrences = answers.map(({ before, decision }): OccurrenceOutcome => {
    const { price } = must(decision.booking, 'what was not refused was changed')
    const waits = heldFor(before, holds)
    return { number: numberOf(before), kind: 'changed', bookingId: before.id, price, ...waits }
  })
  const changes =
    pays === null ? answers.flatMap(changeOf) : holds.map((booking) => ({ before: null, booking }))
  return { outcome: { kind: 'series', seriesId, occurrences }, changes }
}

/** Of a date that nothing is kept for, what the first of them keeps. */
function heldFor(date: Booking, holds: readonly Booking[]) {
  const hold = holds.find((one) => isMovedBy(one, date.id))
  if (hold?.state !== 'held') return {}
  return { held: { bookingId: hold.id, holdExpiresAt: hold.holdExpiresAt } }
}

/** Null where they are changed at once, or not at all. */
export function paysFirst(
  answers: readonly ChangeAnswer[],
  facts: Pick<SeriesChangeFacts, 'catalogue' | 'member' | 'paying'>,
): Money | null {
  const changes = answers.flatMap(changeOf)
  return paidBefore(
    changes.map(({ before, booking: after }) => ({ before, after })),
    facts,
  )
}

function changeOf({ before, decision: { booking } }: ChangeAnswer) {
  return booking === null ? [] : [{ before, booking }]
}

/** What the change would be for each of the dates, at whatever price: the settlement itself, before anything is wished. */
export function previewSeriesChange(
  bookings: readonly Booking[],
  edit: SeriesEdit,
  facts: SeriesChangeFacts,
  now: Instant,
): readonly ChangeAnswer[] {
  const { zone, site } = facts.catalogue
  const quote = money(Number.MAX_SAFE_INTEGER, site.currency)
  const listed = bookings.flatMap((booking): readonly ChangedBooking[] => {
    const choice = editedChoice(zone, booking, edit)
    return choice === null ? [] : [{ bookingId: booking.id, choice, quote }]
  })
  const known = new Map(bookings.map((one) => [one.id, one]))
  const answers = changeEach(listed, edit, known, facts, now)
  if (paysFirst(answers, facts) === null) return answers
  const held = holdEach(answers, edit, facts, now)
  return answers.map((answer, index) => {
    const { decision } = held[index] ?? answer
    return decision.outcome.kind === 'refused' ? { ...answer, decision } : answer
  })
}

/** In order, each seeing what the others have or will have. None is in the way of another that moves as well. */
function changeEach(
  listed: readonly ChangedBooking[],
  edit: SeriesEdit,
  known: ReadonlyMap<BookingId, Booking>,
  facts: SeriesChangeFacts,
  now: Instant,
): readonly ChangeAnswer[] {
  const moving = listed.map(({ bookingId }) => must(known.get(bookingId), 'it was looked for'))
  let occupied = moving.reduce((rest, one) => withoutOwnSpan(rest, one), facts.occupied)
  let { ownBookings, wallet } = facts
  return listed.map((one, index) => {
    const before = must(moving[index], 'each is listed once')
    const decision = changeOne(one, before, edit, { ...facts, occupied, ownBookings, wallet }, now)
    const after = decision.booking ?? before
    occupied = [...occupied, occupiedBy(after)]
    ownBookings = [...ownBookings.filter(({ id }) => id !== after.id), after]
    wallet = walletWith(wallet, [after])
    return { before, listed: one, decision }
  })
}

/** Each keeps what it would have besides, and all of them stand where they are meanwhile; quotas and passes count them as changed. */
function holdEach(
  answers: readonly ChangeAnswer[],
  edit: SeriesEdit,
  facts: SeriesChangeFacts,
  now: Instant,
): readonly ChangeAnswer[] {
  let { occupied, ownBookings, wallet } = facts
  return answers.map((answer) => {
    const { before, listed } = answer
    const known = { ...facts, occupied, ownBookings, wallet, isWithOthers: true } as const
    const decision =
      answer.decision.booking === null
        ? answer.decision
        : changeOne(listed, before, edit, known, now)
    const after = answer.decision.booking ?? before
    if (decision.booking !== null) occupied = [...occupied, occupiedBy(decision.booking)]
    ownBookings = [...ownBookings.filter(({ id }) => id !== after.id), after]
    wallet = walletWith(wallet, [after])
    return { ...answer, decision }
  })
}

function changeOne(
  { bookingId, choice, quote }: ChangedBooking,
  booking: Booking,
  edit: SeriesEdit,
  facts: SeriesChangeFacts & Pick<ChangeFacts, 'isWithOthers'>,
  now: Instant,
): SettleDecision {
  // Detached or moved since it was shown, it would be taken elsewhere than the member read.
  const target = editedChoice(facts.catalogue.zone, booking, edit)
  if (target === null || !isSame(target, choice)) return refused({ reason: 'unchanged' })
  const request = { bookingId, choice: { ...choice, unit: target.unit }, quote, ceiling: null }
  const intentId = occurrenceIdOf(facts.intentId, numberOf(booking))
  const decision = settleChange(request, { ...facts, ...askingNobody(booking), intentId }, now)
  if (decision.booking?.id !== booking.id) return decision
  // The change is one of the series: it detaches nothing.
  return { ...decision, booking: { ...decision.booking, series: booking.series } }
}

/** Several dates at once wait for nobody's answer: where the team is asked, each is changed by itself. */
function askingNobody(booking: Booking) {
  return { booking, approval: 'none' } as const
}

/** Where a change of the series takes one of its dates; null where nothing changes for it, or its time never is. */
export function editedChoice(
  zone: ZoneTable,
  { series, resourceId, unit, interval, wall: { start, end } }: Booking,
  edit: SeriesEdit,
): Choice | null {
  const isOwn = (field: 'time' | 'place') => series?.detached.includes(field) === true
  const place = edit.resourceId === null || isOwn('place') ? resourceId : edit.resourceId
  const kept = { resourceId: place, unit: place === resourceId ? unit : null, interval }
  const has = placeOfChoice({ ...kept, wall: { start, end } })
  const { from, until } = edit.span === null || isOwn('time') ? has : edit.span
  if (from === has.from && until === has.until) {
    return place === resourceId ? null : { ...kept, wall: { start, end } }
  }
  const choice = choiceOfPlace(zone, { resourceId: place, date: has.date, from, until })
  return choice && { ...choice, unit: kept.unit }
}

function isSame(a: Choice, b: Choice): boolean {
  const [one, other] = [placeOfChoice(a), placeOfChoice(b)]
  return JSON.stringify(one) === JSON.stringify(other)
}

function changedOf({ before, decision: { outcome } }: ChangeAnswer): readonly ChangedOccurrence[] {
  const number = numberOf(before)
  if (outcome.kind === 'refused') return [{ number, kind: 'refused', refusal: outcome.refusal }]
  return outcome.kind === 'ask-again' ? [{ number, kind: 'dearer', price: outcome.price }] : []
}

function numberOf({ series }: Booking): number {
  return must(series, 'it belongs to the series').occurrence
}

function refused(refusal: Refusal): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, booking: null }
}

function refuse(refusal: Refusal): SeriesChange {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, changes: [] }
}
