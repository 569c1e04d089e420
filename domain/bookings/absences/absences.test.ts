import { expect, test } from 'vitest'
import type { Absence } from '../../sites/absence.ts'
import type { Resource } from '../../sites/resource.ts'
import { addDays, toLocalDate } from '../../values/local-date.ts'
import { decideChange } from '../changes/decide-change.ts'
import { ada, at, dedicated, harbourWith, hotDesk, noDistance, span, wish } from '../for-tests.ts'
import { ownTimesOf } from '../limits/own-time.ts'
import { emptyWallet } from '../lots/lot.ts'
import { offersOf } from '../search/offers.ts'
import { settle } from '../settle.ts'
import { asOffered } from './as-offered.ts'
import { type AbsenceAnswer, declareAbsence, endAbsence } from './change-absences.ts'
import { mayLend } from './may-lend.ts'

const now = at('2026-11-24', 540)
const today = toLocalDate('2026-11-24')
const week: Absence = { from: toLocalDate('2026-12-07'), until: toLocalDate('2026-12-11') }
const lent: Resource = { ...dedicated, absences: [week] }
const chi = { ...ada, assigned: [dedicated.id] }

function ask(resource: Resource, date: string, from: number, until: number, member = ada) {
  const facts = {
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  const known = { catalogue: harbourWith(resource), member, ...facts }
  return settle(wish(resource, span(date, from, until)), known, now)
}

test('[ABSENCES-01] [D-29] [B-37] while its holder is away others book the desk, and only then', () => {
  const reason = (date: string, from: number, until: number) => {
    const { outcome } = ask(lent, date, from, until)
    return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
  }
  expect(reason('2026-12-07', 0, 480)).toBe('confirmed')
  expect(reason('2026-12-11', 960, 1440)).toBe('confirmed')
  expect(reason('2026-12-06', 540, 1020)).toBe('assigned')
  expect(reason('2026-12-12', 0, 480)).toBe('assigned')
  expect(reason('2026-12-11', 1380, 1500)).toBe('assigned')
  expect(ask(dedicated, '2026-12-08', 540, 1020).booking).toBeNull()
})

test('[ABSENCES-01] it counts as a hot desk for memberships, limits, prices and lists', () => {
  const { booking } = ask(lent, '2026-12-08', 540, 780)
  expect(booking?.price.amountMinor).toBe(4 * 400)
  const catalogue = harbourWith(lent)
  const interval = span('2026-12-08', 540, 780)
  expect(ownTimesOf(catalogue, booking === null ? [] : [booking])).toEqual([
    { kind: 'hot-desk', interval },
  ])
  const input = { catalogue, member: ada, interval, people: 1, occupied: [], bookings: [], now }
  const wanted = { kind: 'hot-desk', amenities: [], named: [], known: [] } as const
  const names = (at: typeof interval) =>
    offersOf({ ...input, interval: at }, wanted).map(({ resource }) => resource.name)
  expect(names(interval)).toContain(lent.name)
  expect(names(span('2026-12-14', 540, 780))).not.toContain(lent.name)
  const closed = { ...ada, tierId: null }
  expect(ask(lent, '2026-12-08', 540, 780, closed).outcome).toMatchObject({
    refusal: { reason: 'tier' },
  })
})

test('[ABSENCES-01] a booking moves there and away again', () => {
  const catalogue = harbourWith(lent)
  const booking = ask(lent, '2026-12-08', 540, 780).booking
  if (booking === null) throw new Error('The desk is free')
  const place = { catalogue, member: ada, booking, resource: lent, wallet: emptyWallet }
  const asked = { ...place, occupied: [], ownTimes: [], now }
  const to = (date: string) =>
    decideChange({
      ...{ ...asked, preferredUnit: null, effectiveAt: now, approval: 'none', paidFirst: 'nobody' },
      interval: span(date, 540, 780),
    })
  expect(to('2026-12-09')).toMatchObject({ kind: 'fits', terms: { price: { amountMinor: 1600 } } })
  expect(to('2026-12-14')).toMatchObject({ refusal: { reason: 'assigned' } })
})

test('[ABSENCES-02] for its holder the desk stays theirs and costs nothing', () => {
  const { booking } = ask(lent, '2026-12-08', 540, 780, chi)
  expect(booking?.price.amountMinor).toBe(0)
  expect(asOffered(harbourWith(lent), lent, span('2026-12-08', 540, 780), chi)).toBe(lent)
})

function reasonOf(answer: AbsenceAnswer) {
  return answer.kind === 'refused' ? answer.refusal.reason : answer.resource.absences
}

test('[ABSENCES-03] the holder alone declares, from today on, and no day twice', () => {
  const declare = (from: string, until: string, resource = lent, holder = chi) =>
    reasonOf(
      declareAbsence(
        resource,
        { from: toLocalDate(from), until: toLocalDate(until) },
        holder,
        today,
      ),
    )
  expect(declare('2026-11-24', '2026-11-24')).toEqual([{ from: today, until: today }, week])
  expect(declare('2026-12-12', '2026-12-12')).toHaveLength(2)
  expect(declare('2026-12-11', '2026-12-14')).toBe('already-away')
  expect(declare('2026-12-01', '2026-12-24')).toBe('already-away')
  expect(declare('2026-11-23', '2026-11-24')).toBe('past')
  expect(declare('2026-12-20', '2026-12-19')).toBe('malformed')
  expect(declare('2027-01-01', '2027-04-03')).toBe('malformed')
  expect(declare('2027-12-01', '2027-12-02')).toBe('malformed')
  expect(declare('2026-12-20', '2026-12-21', lent, { ...chi, assigned: [] })).toBe('not-allowed')
  expect(reasonOf(declareAbsence(null, week, chi, today))).toBe('not-allowed')
  expect(mayLend({ ...lent, kind: 'private-office' }, chi)).toBe(false)
})

test('[ABSENCES-03] twelve absences ahead are enough, and past ones are forgotten', () => {
  const full = Array.from({ length: 12 }, (_, index) => {
    const from = addDays(week.from, index * 2)
    return { from, until: from }
  })
  const next = { from: toLocalDate('2027-02-01'), until: toLocalDate('2027-02-01') }
  const at = (absences: readonly Absence[], on = today) =>
    reasonOf(declareAbsence({ ...lent, absences }, next, chi, on))
  expect(at(full)).toBe('not-allowed')
  expect(at(full, toLocalDate('2026-12-08'))).toHaveLength(12)
})

test('[ABSENCES-04] who is back ends it: what ran ends yesterday, what was ahead never was', () => {
  const end = (on: string) => reasonOf(endAbsence(lent, week.from, chi, toLocalDate(on)))
  expect(end('2026-11-24')).toEqual([])
  expect(end('2026-12-09')).toEqual([{ from: week.from, until: '2026-12-08' }])
  expect(end('2026-12-12')).toBe('past')
  expect(reasonOf(endAbsence(lent, week.from, ada, today))).toBe('not-allowed')
  expect(reasonOf(endAbsence(lent, today, chi, today))).toBe('past')
  expect(hotDesk.kinds).not.toContain(lent.kind)
})
