import fc from 'fast-check'
import { expect, test } from 'vitest'
import { now } from '../../bookings/baskets/for-tests.ts'
import { priceExtras } from '../../bookings/baskets/price-extras.ts'
import { ada } from '../../bookings/for-tests.ts'
import type { Member } from '../../memberships/member.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addDays, daysBetween } from '../../values/local-date.ts'
import { add, zero } from '../../values/money.ts'
import { billedBy, draftBill } from '../bill.ts'
import { nextPeriod, periodOf } from '../billing-period.ts'
import { day, euros, hotMembership, input, issued, settings, unpaid } from '../for-tests.ts'
import { nextBill } from '../next-bill.ts'
import { prorated } from '../prorate.ts'
import { overOn } from './addon.ts'
import { feesOfAddons } from './addon-fees.ts'
import { catalogue, factsOn, locker, lockerOf } from './for-tests.ts'
import { endAddon, endedFrom, heldOf, takeAddon } from './take-addon.ts'

const [january, february] = [periodOf(1, day('2026-01-01')), periodOf(1, day('2026-02-01'))]
const intentId = toId('intent', 'bki_1')
const byMember = { id: intentId, by: 'member', reason: '', when: 'period' } as const
const shown = { extraId: locker.id, quote: euros(300) }
const ending = (on: string, end: string) => ({
  ...{ id: toId('intent', 'bki_end'), madeOn: day(on), madeBy: 'space' as const, reason: 'x' },
  ...{ kind: 'end' as const, on: day(end), cost: null },
})
const endingMember: Member = {
  ...ada,
  memberships: [hotMembership({ changes: [ending('2026-02-01', '2026-02-12')] })],
}

function told(addon = lockerOf('2026-01-20'), period = january) {
  return feesOfAddons(ada, catalogue, [addon], period).map(({ on, amount, about }) => [
    ...[on, amount.amountMinor / 100],
    about.kind === 'addon' ? about.until : null,
  ])
}

test('[ADDON-01] [D-44] [D-48] [P-26] taken on 20 January it costs 12 of 31 days, and February in advance', () => {
  expect(told()).toEqual([
    ['2026-01-20', 116.13, '2026-02-01'],
    ['2026-02-01', 300, '2026-03-01'],
  ])
  const charges = feesOfAddons(ada, catalogue, [lockerOf('2026-01-20')], january)
  const rates = [{ kind: 'addon' as const, from: day('2020-01-01'), basisPoints: 700 }]
  const taxed = { ...settings, taxRates: [...settings.taxRates, ...rates] }
  const { lines } = draftBill(input(charges, { settings: taxed, period: january }))
  expect(lines.map(({ basisPoints }) => basisPoints)).toEqual([700, 700])
})

test('[ADDON-01] nothing is owed for it before the location bills, nor to another member', () => {
  const later = {
    ...catalogue,
    site: { ...catalogue.site, billing: { ...settings, startsOn: null } },
  }
  expect(feesOfAddons(ada, later, [lockerOf('2026-01-20')], january)).toEqual([])
  const others = lockerOf('2026-01-20', { memberId: toId('member', 'mem_ben') })
  expect(feesOfAddons(ada, catalogue, [others], january)).toEqual([])
})

test('[ADDON-02] all that bills ask for it is its days, each once, whenever it is ended', () => {
  const days = fc.integer({ min: 0, max: 120 })
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 31 }), (first, length, billingDay) => {
      const site = { ...catalogue.site, billing: { ...settings, billingDay } }
      const startsOn = addDays(day('2026-01-03'), first)
      const endedOn = addDays(startsOn, length)
      const open = lockerOf(startsOn)
      const ended = endedFrom(open, byMember, { site, today: endedOn })
      const until = must(ended.endsOn, 'it was ended')
      const stories: ReturnType<typeof unpaid>[] = []
      let [period, sum] = [periodOf(billingDay, day('2026-01-01')), zero('EUR')]
      for (let run = 0; run < 11; run += 1) {
        // A bill is issued once its period is over, by what is known by then.
        const known = endedOn < period.until ? ended : open
        const fees = feesOfAddons(ada, { site }, [known], period)
        const own = { settings: site.billing, period, billed: billedBy(stories) }
        const draft = draftBill(input(fees, own))
        stories.push(unpaid(issued(draft, `bil_${run}`, site.billing)))
        sum = draft.lines.reduce((all, { amount }) => add(all, amount), sum)
        period = nextPeriod(billingDay, period)
      }
      let owed = zero('EUR')
      for (let one = periodOf(billingDay, startsOn); one.from < until; ) {
        owed = add(owed, prorated(open.price, one, { from: startsOn, until }))
        one = nextPeriod(billingDay, one)
      }
      expect(sum).toEqual(owed)
      expect(daysBetween(endedOn, until)).toBeGreaterThan(0)
    }),
    { numRuns: 50 },
  )
})

test('[ADDON-03] [D-23] [D-53] the price stays as it was taken, and is never more than was shown', () => {
  const dearer = { ...locker, priceMinor: 40_000 }
  const site = { ...catalogue.site, extras: [dearer] }
  const fees = feesOfAddons(ada, { ...catalogue, site }, [lockerOf('2026-01-01')], january)
  expect(fees.map(({ amount }) => amount)).toEqual([euros(300), euros(300)])
  expect(takeAddon(intentId, shown, factsOn('2026-01-20', { site }), 0).outcome).toMatchObject({
    refusal: { reason: 'addon-dearer', price: euros(400) },
  })
  const cheaper = { ...catalogue.site, extras: [{ ...locker, priceMinor: 20_000 }] }
  const taken = takeAddon(intentId, shown, factsOn('2026-01-20', { site: cheaper }), 0)
  expect(taken.fact?.price).toEqual(euros(200))
})

test('[ADDON-04] the next bill of a device has it beside the membership', () => {
  const known = {
    ...{ member: ada, catalogue, bookings: [], lots: [], bills: [], credits: [], promos: [] },
    ...{ billTo: null, addons: [lockerOf('2026-01-20')] },
  }
  const lines = nextBill(known, day('2026-01-20'))?.lines ?? []
  expect(lines.map(({ on, kind }) => [on, kind])).toEqual([
    ['2026-01-01', 'membership'],
    ['2026-01-20', 'addon'],
    ['2026-02-01', 'addon'],
    ['2026-02-01', 'membership'],
  ])
})

test('[ADDON-05] ended on 12 February it is had and billed until the end of February, also when it is ended again', () => {
  const addon = lockerOf('2026-01-20')
  const body = { siteId: catalogue.site.id, addonId: addon.id }
  const facts = factsOn('2026-02-12', { addons: [addon] })
  const ended = must(endAddon(intentId, body, facts).fact, 'it was had')
  expect(ended.endsOn).toBe('2026-03-01')
  expect(told(ended, february).map(([on]) => on)).toEqual(['2026-01-20', '2026-02-01'])
  const again = endAddon(intentId, body, factsOn('2026-02-20', { addons: [ended] }))
  expect(again.fact).toEqual(ended)
  const over = endAddon(intentId, body, factsOn('2026-03-01', { addons: [ended] }))
  expect(over.outcome).toMatchObject({ refusal: { reason: 'unknown-addon' } })
})

test('[ADDON-06] [D-47] it is over with the period in which the last membership ends', () => {
  const addon = lockerOf('2026-01-20')
  expect(overOn(addon, endingMember.memberships, 1)).toBe('2026-03-01')
  const second = hotMembership({ id: toId('membership', 'msh_2'), startsOn: day('2026-02-05') })
  expect(overOn(addon, [...endingMember.memberships, second], 1)).toBeNull()
  const tooLate = { ...second, startsOn: day('2026-02-13') }
  expect(overOn(addon, [...endingMember.memberships, tooLate], 1)).toBe('2026-03-01')
  expect(overOn(addon, [], 1)).toBe(addon.startsOn)
  const charges = feesOfAddons(endingMember, catalogue, [addon], february)
  expect(charges.map(({ on }) => on)).toEqual(['2026-01-20', '2026-02-01'])
  expect(heldOf(factsOn('2026-02-28', { member: endingMember, addons: [addon] }))).toHaveLength(1)
  expect(heldOf(factsOn('2026-03-01', { member: endingMember, addons: [addon] }))).toEqual([])
})

test('[ADDON-07] it is taken by a member, as often as one may, while some are left', () => {
  const facts = factsOn('2026-01-20')
  expect(takeAddon(intentId, shown, facts, 1).fact).toEqual(
    lockerOf('2026-01-20', { id: toId('addon', 'add_1') }),
  )
  const refusedWith = (more: Parameters<typeof factsOn>[1], taken = 0, body = shown) =>
    takeAddon(intentId, body, factsOn('2026-01-20', more), taken).outcome
  expect(refusedWith({}, 2)).toMatchObject({ refusal: { reason: 'addon-none-left' } })
  const two = [lockerOf('2026-01-02'), lockerOf('2026-01-03', { id: toId('addon', 'add_2') })]
  expect(refusedWith({ addons: two })).toMatchObject({ refusal: { reason: 'addon-too-many' } })
  const nobody = { ...ada, tierId: null, memberships: [] }
  expect(refusedWith({ member: nobody })).toMatchObject({
    refusal: { reason: 'addon-members-only' },
  })
  const gone = { ...shown, extraId: toId('extra', 'ext_gone') }
  expect(refusedWith({}, 0, gone)).toMatchObject({ refusal: { reason: 'extra-gone' } })
})

test('[ADDON-09] what is offered by the month comes with no booking, and the other way round', () => {
  const room = must(catalogue.resources[0], 'there are places')
  const wished = [{ extraId: locker.id, count: 1 }]
  expect(priceExtras(catalogue.site, room, wished, now, now)).toMatchObject({
    refusal: { reason: 'extra-gone' },
  })
  const site = { ...catalogue.site, extras: [{ ...locker, per: 'booking' as const }] }
  expect(takeAddon(intentId, shown, factsOn('2026-01-20', { site }), 0).outcome).toMatchObject({
    refusal: { reason: 'extra-gone' },
  })
})
