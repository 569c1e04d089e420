import { expect, test } from 'vitest'
import type { Catalogue } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { approveRequest } from '../approval/answer-request.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking, confirmHold, extendHold, lapseHold } from '../change-booking.ts'
import { ada, at, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { paymentHold, wasAway, withPage } from './payment-hold.ts'

const day = '2026-11-26'
const now = at(day, 480)
const ofTen = span(day, 600, 660)
const since = toLocalDate('2026-11-01')

function catalogueWith(more: Partial<Catalogue> = {}, isPrepaid = true): Catalogue {
  const { site, rates } = harbour
  return {
    ...harbour,
    site: { ...site, billing: { ...site.billing, startsOn: since } },
    rates: rates.map((rate) => ({ ...rate, isPrepaid: isPrepaid && rate.id === 'rat_room' })),
    ...more,
  }
}

function ask(more: Partial<SettleFacts> = {}, place = room, interval = ofTen): Booking {
  const facts = { catalogue: catalogueWith(), member: ada, occupied: [], ownBookings: [] }
  const known = { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null }
  const decided = settle(
    wish(place, interval),
    { ...known, paying: { isAway: false }, ...more },
    now,
  )
  return must(decided.booking, 'it is free')
}

function until(booking: Booking | null): Instant | null {
  return booking?.state === 'held' ? booking.holdExpiresAt : null
}

test('[PREPAID-01] [B-34] what its rate says is held for its money, and everything else is booked', () => {
  expect(ask()).toMatchObject({ state: 'held', heldFor: 'payment', isPrepaid: true })
  const booked = { state: 'confirmed', isPrepaid: false }
  expect(ask({ catalogue: catalogueWith({}, false) })).toMatchObject(booked)
  const rates = harbour.rates.map((rate) => ({ ...rate, isPrepaid: true, hourMinor: 40 }))
  // Less than a card is charged, for who is of a team, for who is of the space's team, or before anything is billed.
  expect(ask({ catalogue: catalogueWith({ rates }) })).toMatchObject(booked)
  expect(ask({ member: { ...ada, teamId: toId('team', 'tea_north') } })).toMatchObject(booked)
  expect(ask({ member: { ...ada, role: 'manager' } })).toMatchObject(booked)
  expect(ask({ catalogue: { ...catalogueWith(), site: harbour.site } })).toMatchObject(booked)
  const madeBy = { memberId: toId('member', 'mem_mara'), as: 'space' } as const
  expect(ask({ madeBy })).toMatchObject(booked)
})

test('[PREPAID-01] where nobody takes payments it is on the next bill', () => {
  const facts = { catalogue: catalogueWith(), member: ada, occupied: [], ownBookings: [] }
  const known = { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null }
  const { booking } = settle(wish(room, ofTen), known, now)
  expect(booking).toMatchObject({ state: 'confirmed', isPrepaid: false })
})

test('[PREPAID-02] [B-34] ten minutes, half an hour from being led to a page, and five more once', () => {
  const held = ask()
  expect(until(held)).toBe(addMinutes(now, 10))
  const onPage = must(withPage(held, addMinutes(now, 9)), 'it is held')
  expect(until(onPage)).toBe(addMinutes(now, 39))
  expect(withPage(held, addMinutes(now, 10))).toBeNull()
  const longer = must(extendHold(onPage, addMinutes(now, 30)).booking, 'it is held')
  expect(until(longer)).toBe(addMinutes(now, 44))
  expect(extendHold(longer, addMinutes(now, 31)).outcome).toMatchObject({
    refusal: { reason: 'hold-already-extended' },
  })
})

test('[PREPAID-02] nobody says yes to what waits for its money, and what approval or a yes was waited for is paid then', () => {
  expect(confirmHold(ask(), now).outcome).toMatchObject({ refusal: { reason: 'not-paid-yet' } })
  const approved = { ...room, approvalMinutes: 60 }
  const asked = ask({ catalogue: catalogueWith({ resources: [approved] }) })
  expect(asked).toMatchObject({ heldFor: 'approval', isPrepaid: true })
  const { booking } = approveRequest(asked, now)
  expect(booking).toMatchObject({ state: 'held', heldFor: 'payment' })
  const offered: Booking = {
    ...asked,
    state: 'held',
    heldFor: 'confirmation',
    holdExpiresAt: addMinutes(now, 60),
    holdExtended: false,
  }
  expect(confirmHold(offered, now).booking).toMatchObject({ state: 'held', heldFor: 'payment' })
})

test('[PREPAID-03] [L-01] who was away has until two hours before the start, at most a day, and at least half an hour', () => {
  const away = (date: string, from: number) =>
    paymentHold(span(date, from, from + 60), true, now).holdExpiresAt
  expect(away('2026-11-26', 1080)).toBe(at(day, 960))
  expect(away('2026-12-03', 600)).toBe(addMinutes(now, 24 * 60))
  expect(away('2026-11-26', 560)).toBe(addMinutes(now, 30))
  // Never beyond the end of what was booked.
  expect(away('2026-11-26', 440)).toBe(at(day, 500))
  expect(wasAway(addMinutes(now, -1), [], now)).toBe(false)
  expect(wasAway(addMinutes(now, -3), [], now)).toBe(true)
  expect(wasAway(addMinutes(now, -3), [ask(), ask(), ask()], now)).toBe(false)
})

test('[PREPAID-09] [B-07] let go or run out before it is paid, nothing is owed', () => {
  const gone = cancelBooking(ask(), { asker: 'member', isWaived: false, effectiveAt: now }, now)
  expect(gone.booking).toMatchObject({ state: 'cancelled', owed: { amountMinor: 0 } })
  const lapsed = lapseHold(ask(), addMinutes(now, 10))
  expect(lapsed).toMatchObject({ state: 'lapsed', heldFor: 'payment', owed: { amountMinor: 0 } })
})
