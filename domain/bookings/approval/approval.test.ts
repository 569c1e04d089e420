import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import type { Booking, MadeBy } from '../booking.ts'
import { cancelBooking, confirmHold, extendHold, lapseHold } from '../change-booking.ts'
import {
  ada,
  at,
  freeRules,
  harbour,
  harbourWith,
  noDistance,
  room,
  span,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { type SettleDecision, settle } from '../settle.ts'
import { approveRequest, declineRequest } from './answer-request.ts'
import { readRequests, requestSections, toRequest } from './request-sections.ts'

const day = '2026-11-26'
const now = at(day, 480)
const ofTen = span(day, 600, 660)
const approved = { ...room, approvalMinutes: 120 }
const asMember = { asker: 'member', isWaived: false, effectiveAt: now } as const
const ben = { ...ada, name: 'Ben' }

function ask(interval = ofTen, more: { at?: Instant; by?: object; madeBy?: MadeBy } = {}) {
  const catalogue = harbourWith(approved)
  const member = { ...ada, ...more.by }
  const facts = {
    catalogue,
    member,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
  }
  return settle(wish(room, interval), { ...facts, madeBy: more.madeBy ?? null }, more.at ?? now)
}

function asked(interval = ofTen): Booking {
  return must(ask(interval).booking, 'the room is free')
}

function said({ outcome }: SettleDecision): string {
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

test('[APPROVAL-01] [D-15] [B-15] asked at 08:00 for 11:00, the room is held until 10:00; for 09:00 until its start', () => {
  const later = ask(span(day, 660, 720))
  expect(later.outcome).toMatchObject({ kind: 'held', holdExpiresAt: at(day, 600) })
  expect(later.booking).toMatchObject({ state: 'held', heldFor: 'approval' })
  expect(ask(span(day, 540, 600)).booking).toMatchObject({ holdExpiresAt: at(day, 540) })
})

test('[APPROVAL-01] [D-15] others see that it was asked for, and cannot have it', () => {
  const occupied = [occupiedBy(asked())]
  const catalogue = harbourWith(approved)
  const facts = {
    catalogue,
    member: ben,
    occupied,
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
  }
  const { outcome } = settle(wish(room, ofTen), { ...facts, madeBy: null }, now)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'asked-for' } })
})

test('[APPROVAL-02] what the team books, for one of their own or for a member, is booked at once', () => {
  expect(said(ask(ofTen, { by: { role: 'front-desk', tierId: null } }))).toBe('confirmed')
  const madeBy = (as: MadeBy['as']) => ({ memberId: ben.id, as })
  expect(said(ask(ofTen, { madeBy: madeBy('space') }))).toBe('confirmed')
  expect(said(ask(ofTen, { madeBy: madeBy('team') }))).toBe('held')
})

test('[APPROVAL-03] what has begun cannot be asked for', () => {
  expect(said(ask(ofTen, { at: addMinutes(ofTen.startsAt, -1) }))).toBe('held')
  expect(said(ask(ofTen, { at: ofTen.startsAt }))).toBe('too-late-to-ask')
})

test('[APPROVAL-04] [D-15] approved in time it is booked; a moment after the lapse it is refused', () => {
  const request = asked()
  expect(approveRequest(request, at(day, 599)).booking).toMatchObject({ state: 'confirmed' })
  expect(said(approveRequest(request, at(day, 600)))).toBe('request-lapsed')
  const lapsed = must(lapseHold(request, at(day, 600)), 'nobody answered')
  expect(said(approveRequest(lapsed, at(day, 601)))).toBe('request-lapsed')
  expect(said(declineRequest(lapsed, 'Board', [], at(day, 601)))).toBe('request-lapsed')
})

test('[APPROVAL-04] [D-15] of two answers the first counts and the second is told so', () => {
  const request = asked()
  const yes = must(approveRequest(request, now).booking, 'it waits')
  const no = must(declineRequest(request, 'Board', [], now).booking, 'it waits')
  for (const answered of [yes, no]) {
    expect(said(approveRequest(answered, now))).toBe('already-answered')
    expect(said(declineRequest(answered, 'Again', [], now))).toBe('already-answered')
  }
  const gone = must(cancelBooking(request, asMember, now).booking, 'it waits')
  expect(said(approveRequest(gone, now))).toBe('already-cancelled')
})

test('[APPROVAL-04] a request that is taken back, declined or unanswered owes nothing, whatever the policy says', () => {
  const policy = { ...freeRules.cancellation, steps: [], graceMinutes: 0 }
  const request = { ...asked(), policy }
  expect(request.owed.amountMinor).toBeGreaterThan(0)
  const ends = [
    cancelBooking(request, asMember, now).booking,
    declineRequest(request, 'Board', [], now).booking,
    lapseHold(request, at(day, 600)),
  ]
  expect(ends.map((one) => one?.owed.amountMinor)).toEqual([0, 0, 0])
})

test('[APPROVAL-05] its member can neither confirm it nor have it held longer', () => {
  expect(said(confirmHold(asked(), now))).toBe('not-approved-yet')
  expect(said(extendHold(asked(), now))).toBe('not-approved-yet')
  const catalogue = harbourWith({ ...room, holdMinutes: 10 })
  const facts = {
    catalogue,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
  }
  const held = must(settle(wish(room, ofTen), { ...facts, madeBy: null }, now).booking, 'free')
  expect(said(approveRequest(held, now))).toBe('already-answered')
})

test('[APPROVAL-06] declined, it keeps why and what is free instead, and holds nothing', () => {
  const declined = declineRequest(asked(), 'The board meets there', [], now).booking
  expect(declined).toMatchObject({
    state: 'declined',
    reason: 'The board meets there',
    declinedAt: now,
    alternatives: [],
  })
  expect(declined).not.toHaveProperty('holdExpiresAt')
})

test('[APPROVAL-07] the list read back is what was written, the most urgent first, and nothing that waits for nobody', () => {
  const [first, second] = [asked(span(day, 540, 600)), asked(span(day, 660, 720))]
  const requests = [second, first].flatMap((one) => toRequest(one, 'Ada') ?? [])
  const read = readRequests(requestSections(requests))
  expect(read.map(({ bookingId }) => bookingId)).toEqual([first.id, second.id])
  expect(read[0]).toMatchObject({ memberName: 'Ada', startText: '09:00', answerBy: at(day, 540) })
  const confirmed = must(approveRequest(first, now).booking, 'it waits')
  expect(toRequest(confirmed, 'Ada')).toBeNull()
  expect(harbour.resources.every(({ approvalMinutes }) => approvalMinutes === null)).toBe(true)
})
