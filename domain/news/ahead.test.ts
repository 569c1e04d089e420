import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftBill } from '../billing/bill.ts'
import { noDays } from '../billing/days/day-lines.ts'
import { feesOf } from '../billing/fees.ts'
import { day, hotMembership } from '../billing/for-tests.ts'
import { changed, made, pausedFor, twoPlans } from '../billing/memberships/for-tests.ts'
import { card, cards } from '../billing/paying/for-tests.ts'
import { ada, at, harbour } from '../bookings/for-tests.ts'
import type { Membership } from '../memberships/membership.ts'
import { addMs, DAY_MS } from '../values/instant.ts'
import { addDays } from '../values/local-date.ts'
import { cardsEnding, isSoonOver, lastDayOf, periodAhead, renewalOf } from './ahead.ts'

const june = { from: day('2026-06-01'), until: day('2026-07-01') }

/** What `ada` would be told on 24 June of her bill of 1 July. */
function renewal(membership: Membership, today = day('2026-06-24')) {
  const facts = { memberId: ada.id, membership, settings: twoPlans, tiers: harbour.tiers }
  const draft = draftBill({
    ...{ siteId: harbour.site.id, settings: twoPlans, currency: 'EUR', payerName: ada.name },
    ...{ payer: { kind: 'member', memberId: ada.id }, period: june, promos: [], credits: [] },
    charges: feesOf({ ...facts, currency: 'EUR' }, june),
    ...{ memberNames: new Map(), billTo: null, days: noDays },
    billed: new Map([[`fee/${ada.id}/2026-06-01`, { amountMinor: 20_000, currency: 'EUR' }]]),
  })
  return { draft, told: renewalOf(draft, today) }
}

test('[NEWS-17] [N-05] what a bill will come to is what the function that issues it says', () => {
  const { draft, told } = renewal(hotMembership())
  expect(draft.total.amountMinor).toBeGreaterThan(0)
  expect(told).toEqual({ total: draft.total, plans: ['Hot desk'] })
})

test('[NEWS-17] [N-05] nobody is told of a bill of what has ended or is paused by then', () => {
  const ends = made('end', 'end', '2026-06-10', { on: day('2026-07-01') })
  const paused = pausedFor('pause', '2026-06-10', '2026-06-28', '2026-07-20')
  const terms = { daysMax: 90, priceMinor: 9_000, keepsPasses: true }
  const until = day('2026-07-20')
  const paid = made('pause', 'paid', '2026-06-10', { on: day('2026-06-28'), until, terms })
  for (const change of [ends, paused, paid]) expect(renewal(changed(change)).told).toBeNull()
})

test('[NEWS-17] [N-05] it is told so many days before as the location says, and where it bills', () => {
  const near = (days: number, today: string) =>
    periodAhead(twoPlans, days, day(today))?.until ?? null
  expect(near(7, '2026-06-23')).toBeNull()
  expect(near(7, '2026-06-24')).toBe('2026-07-01')
  expect(near(1, '2026-06-29')).toBeNull()
  expect(near(30, '2026-06-01')).toBe('2026-07-01')
  expect(periodAhead({ ...twoPlans, startsOn: null }, 7, day('2026-06-30'))).toBeNull()
})

test('[NEWS-18] [N-06] a card is told a month and a week before its last day, if it is charged by itself', () => {
  const methods = [card('visa', { expires: { year: 2026, month: 6 } })]
  const lead = (today: string) =>
    cardsEnding({ ...cards(), methods }, day(today)).map((one) => one.lead)
  expect(lead('2026-05-30')).toEqual([])
  expect(lead('2026-05-31')).toEqual(['month'])
  expect(lead('2026-06-22')).toEqual(['month'])
  expect(lead('2026-06-23')).toEqual(['week'])
  expect(lead('2026-06-30')).toEqual(['week'])
  expect(lead('2026-07-01')).toEqual([])
  const second = card('old', { expires: { year: 2026, month: 6 } })
  const both = { ...cards('good'), methods: [card('good'), second] }
  expect(cardsEnding(both, day('2026-06-25'))).toEqual([])
  const backup = { methodId: second.id, agreedAt: second.addedAt }
  expect(cardsEnding({ ...both, backup }, day('2026-06-25'))).toHaveLength(1)
})

test('[NEWS-18] [N-06] a card is good until its month is over', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2026, max: 2060 }),
      fc.integer({ min: 1, max: 12 }),
      (year, month) => {
        const last = lastDayOf({ year, month })
        expect(Number(last.slice(5, 7))).toBe(month)
        expect(Number(addDays(last, 1).slice(5, 7))).toBe((month % 12) + 1)
      },
    ),
    { numRuns: 60 },
  )
})

test('[NEWS-19] [P-11] a pass with something left is told a week before its end; one for days alone is not', () => {
  const expiresAt = at('2026-06-30', 600)
  const lot = { validFrom: at('2026-05-01', 0), expiresAt }
  const week = addMs(expiresAt, -7 * DAY_MS)
  expect(isSoonOver(lot, 1, addMs(week, -1))).toBe(false)
  expect(isSoonOver(lot, 1, week)).toBe(true)
  expect(isSoonOver(lot, 0, week)).toBe(false)
  expect(isSoonOver(lot, 1, expiresAt)).toBe(false)
  expect(isSoonOver({ ...lot, validFrom: at('2026-06-25', 0) }, 1, at('2026-06-26', 0))).toBe(false)
  expect(isSoonOver({ ...lot, expiresAt: null }, 1, week)).toBe(false)
})
