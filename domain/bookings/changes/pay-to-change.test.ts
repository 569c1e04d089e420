import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { bookingFacts, cancelBooking, lapseHold } from '../change-booking.ts'
import { ada, at, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import { addedTime } from './added-time.ts'
import { isPointless, withdrawn } from './ask-to-move.ts'
import { approveAndPay, paidChange } from './pay-to-change.ts'
import { predictChange } from './predict-change.ts'
import { type ChangeFacts, settleChange } from './settle-change.ts'

const day = '2026-11-26'
const now = at(day, 480)
const until = (minute: number) => span(day, 600, minute)
const other = { ...room, id: toId('resource', 'res_other') }
const board = { ...other, id: toId('resource', 'res_board'), approvalMinutes: 60 }
const { site, rates } = harbour
/** The room is 22.00 an hour, and paid when it is booked. */
const catalogue: Catalogue = {
  ...harbour,
  site: { ...site, billing: { ...site.billing, startsOn: toLocalDate('2026-11-01') } },
  resources: [...harbour.resources, other, board],
  rates: rates.map((rate) => ({ ...rate, isPrepaid: rate.id === 'rat_room' })),
}
const known = { catalogue, member: ada, distance: noDistance, wallet: emptyWallet }
const paying = { isAway: false }
const plenty = money(1_000_000, 'EUR')

function paid(): Booking {
  const facts = { ...known, occupied: [], ownBookings: [], madeBy: null, paying }
  const booking = must(settle(wish(room, until(660)), facts, now).booking, 'it is free')
  return { ...bookingFacts(booking), state: 'confirmed' }
}

const one = paid()

function change(to = room, interval = until(720), more: Partial<ChangeFacts> = {}, when = now) {
  const booking = more.booking ?? one
  const choice = choiceAt(catalogue, to.id, interval)
  const request = { bookingId: booking.id, choice, quote: plenty, ceiling: null }
  const facts: ChangeFacts = {
    ...{ ...known, booking, paying, occupied: [occupiedBy(booking)], ownBookings: [booking] },
    ...{ deadlineAt: booking.interval.endsAt, effectiveAt: when, approval: 'asked' },
    intentId: toId('intent', 'bki_more'),
    ...more,
  }
  const decision = settleChange(request, facts, when)
  const { outcome } = decision
  return { ...decision, said: outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind }
}

const hold = must(change().booking, 'it is free')
const untilOf = (booking: Booking | null): Instant | null =>
  booking?.state === 'held' ? booking.holdExpiresAt : null

test('[CHANGES-16] [PREPAID-13] [B-29] [B-30] [P-20] longer, the added time is held for the difference and the booking stays as it is', () => {
  expect(change()).toMatchObject({
    outcome: { kind: 'held', bookingId: 'bkg_more', price: money(4400, 'EUR') },
  })
  expect(hold).toMatchObject({
    ...{ state: 'held', heldFor: 'payment', isPrepaid: true, paidWith: null },
    ...{ resourceId: room.id, unit: one.unit, interval: span(day, 660, 720) },
    ...{ price: money(2200, 'EUR'), moves: { bookingId: one.id, to: until(720) } },
  })
  expect(untilOf(hold)).toBe(addMinutes(now, 10))
  const away = change(room, until(720), { paying: { isAway: true } }).booking
  expect(untilOf(away)).toBe(addMinutes(hold.interval.startsAt, -120))
})

test('[PREPAID-13] what costs no more, what the team changes, what a team pays and what nobody takes payments for is changed at once', () => {
  expect(change(other, until(660)).said).toBe('confirmed')
  expect(change(room, until(630)).said).toBe('confirmed')
  expect(change(room, until(720), { approval: 'own' }).said).toBe('confirmed')
  expect(change(room, until(720), { booking: { ...one, isPrepaid: false } }).said).toBe('confirmed')
  const member = { ...ada, teamId: toId('team', 'tea_north') }
  expect(change(room, until(720), { member }).said).toBe('confirmed')
  const unpaid = { ...known, booking: one, occupied: [], ownBookings: [one] }
  const request = { choice: choiceAt(catalogue, room.id, until(720)), bookingId: one.id }
  const asked = { quote: plenty, ceiling: null, ...request }
  const when = { deadlineAt: one.interval.endsAt, effectiveAt: now, approval: 'asked' } as const
  const facts = { ...unpaid, ...when, intentId: toId('intent', 'bki_more') }
  expect(settleChange(asked, facts, now).outcome.kind).toBe('confirmed')
})

test('[PREPAID-13] [B-30] from a place that is free or on the next bill to one that must be paid first, what it costs more is held and paid', () => {
  const desk = { ...other, id: toId('resource', 'res_free'), kind: 'hot-desk' as const }
  const own = { ...catalogue, resources: [...catalogue.resources, desk] }
  const none = money(0, 'EUR')
  const facts = { catalogue: own }
  const free: Booking = { ...one, resourceId: desk.id, isPrepaid: false, price: none, owed: none }
  const moved = change(room, until(660), { ...facts, booking: free })
  expect(moved).toMatchObject({ said: 'held', booking: { price: money(2200, 'EUR') } })
  const held = must(moved.booking, 'it is held')
  expect(held).toMatchObject({ isPrepaid: true, heldFor: 'payment', moves: { bookingId: one.id } })
  const [there] = paidChange(held, { ...known, ...facts, booking: free }, now) ?? []
  expect(there?.booking).toMatchObject({ resourceId: room.id, owed: money(2200, 'EUR') })
  // Ten of it are on the next bill, where they stay.
  const cheap = { ...free, price: money(1000, 'EUR'), owed: money(1000, 'EUR') }
  const more = change(room, until(660), { ...facts, booking: cheap })
  expect(more.booking).toMatchObject({ price: money(1200, 'EUR'), owed: money(1200, 'EUR') })
  // The other way round nothing is added.
  expect(change(desk, until(660), facts).said).toBe('confirmed')
  expect(change(room, until(660), { ...facts, booking: free, approval: 'own' }).said).toBe(
    'confirmed',
  )
})

test('[PREPAID-13] [D-31] with its money it is the same booking there, for exactly what was agreed and paid', () => {
  const when = addMinutes(now, 5)
  const changes = paidChange(hold, { ...known, booking: one }, when)
  expect(changes).toMatchObject([
    {
      before: { id: one.id },
      booking: {
        ...{ id: one.id, state: 'confirmed', isPrepaid: true, moves: null, changedAt: when },
        ...{ interval: until(720), unit: one.unit, owed: money(4400, 'EUR') },
      },
    },
    { before: { id: hold.id }, booking: { state: 'cancelled', owed: money(0, 'EUR') } },
  ])
  for (const hourMinor of [100, 9900]) {
    const priced = { ...catalogue, rates: catalogue.rates.map((rate) => ({ ...rate, hourMinor })) }
    const [first] = paidChange(hold, { ...known, catalogue: priced, booking: one }, when) ?? []
    expect(first?.booking).toMatchObject({
      ...{ owed: money(4400, 'EUR'), price: money(4400, 'EUR') },
    })
  }
})

test('[PREPAID-14] lapsed or let go, the booking is as it was and nothing is owed for what was held', () => {
  expect(lapseHold(hold, addMinutes(now, 10))).toMatchObject({ owed: money(0, 'EUR') })
  const how = { asker: 'member', isWaived: false, effectiveAt: now } as const
  expect(cancelBooking(hold, how, now).booking).toMatchObject({ owed: money(0, 'EUR') })
  const gone = withdrawn(one, now)
  expect(paidChange(hold, { ...known, booking: gone }, now)).toBeNull()
  const begun: Booking = { ...bookingFacts(one), state: 'checked-in', checkedInAt: now }
  expect(paidChange(hold, { ...known, booking: begun }, now)).toHaveLength(2)
  const elsewhere = must(change(other, until(720)).booking, 'it is free')
  expect(paidChange(elsewhere, { ...known, booking: begun }, now)).toBeNull()
  expect(isPointless(begun, one, hold)).toBe(false)
  expect(isPointless(begun, one, elsewhere)).toBe(true)
  expect(isPointless(gone, one, hold)).toBe(true)
  expect(isPointless({ ...one, interval: until(630) }, one, hold)).toBe(true)
})

test('[PREPAID-14] while one change waits for its money no other that adds something does', () => {
  const both = { ownBookings: [one, hold], occupied: [occupiedBy(one), occupiedBy(hold)] }
  expect(change(room, until(720), both).said).toBe('not-paid-yet')
  expect(change(other, until(720), both).said).toBe('not-paid-yet')
  expect(change(room, until(630), both).said).toBe('confirmed')
  expect(change(room, until(780), { booking: hold }).said).toBe('not-paid-yet')
})

test('[PREPAID-15] it keeps one stretch that is not its own already, or all of it elsewhere', () => {
  const { resourceId, unit } = one
  const added = (from: number, to: number) =>
    addedTime(one, { resourceId, unit, interval: span(day, from, to) })
  expect(added(540, 720)).toEqual([span(day, 540, 600), span(day, 660, 720)])
  expect(added(630, 780)).toEqual([span(day, 660, 780)])
  expect(added(660, 780)).toEqual([span(day, 660, 780)])
  expect(added(600, 660)).toEqual([])
  expect(change(room, span(day, 540, 720)).said).toBe('not-beside')
  expect(change(other, until(720)).booking).toMatchObject({
    ...{ resourceId: other.id, interval: until(720), price: money(2200, 'EUR') },
  })
})

test('[PREPAID-16] what the team approves is paid once they have said yes, and changed then', () => {
  const request = must(change(board, span(day, 780, 900)).booking, 'it can be asked for')
  expect(request).toMatchObject({ heldFor: 'approval', isPrepaid: true })
  const facts = { ...known, booking: one, isPaying: true }
  const { outcome, changes } = approveAndPay(request, facts, now)
  expect(outcome).toMatchObject({ kind: 'held', price: money(2200, 'EUR') })
  expect(changes).toMatchObject([
    { booking: { id: request.id, heldFor: 'payment', price: money(2200, 'EUR') } },
  ])
  expect(untilOf(changes[0]?.booking ?? null)).toBe(one.interval.startsAt)
  expect(approveAndPay(request, { ...facts, isPaying: false }, now).changes).toHaveLength(2)
  const late = approveAndPay(request, facts, addMinutes(now, 60))
  expect(late.outcome).toMatchObject({ refusal: { reason: 'request-lapsed' } })
})

test('[PREPAID-13] [H-06] a device foresees what is paid first, and shows what waits beside its booking', () => {
  const rows = bookingView({
    ...{ bookings: [one, hold], settled: [], intents: [], series: [], now },
  })
  expect(rows).toMatchObject([
    { bookingId: one.id, state: 'confirmed', isPrepaid: true },
    { state: 'to-pay', price: money(2200, 'EUR'), movesFrom: { resourceId: room.id } },
  ])
  const [row] = rows
  const input = { ...known, preferredUnit: null, occupied: [occupiedBy(one)], rows: [], now }
  const asked = { ...input, row: must(row, 'there are two'), resource: room, interval: until(720) }
  expect(predictChange({ ...asked, paying })).toMatchObject({
    ...{ kind: 'fits', pays: money(2200, 'EUR'), keeps: span(day, 660, 720) },
  })
  expect(predictChange(asked)).toMatchObject({ kind: 'fits', pays: null })
})
