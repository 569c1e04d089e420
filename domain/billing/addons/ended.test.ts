/** Ended by the space, and paused: what comes back of what is had by the month. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada } from '../../bookings/for-tests.ts'
import type { Member } from '../../memberships/member.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addDays, daysBetween } from '../../values/local-date.ts'
import { billedBy, draftBill } from '../bill.ts'
import { nextPeriod, periodOf } from '../billing-period.ts'
import { day, hotMembership, input, issued, settings, unpaid } from '../for-tests.ts'
import { feesOfAddons } from './addon-fees.ts'
import { catalogue, factsOn, lockerOf } from './for-tests.ts'
import { endAddonFor, endedFrom, heldOf } from './take-addon.ts'

const february = periodOf(1, day('2026-02-01'))
const intentId = toId('intent', 'bki_1')
const byMember = { id: intentId, by: 'member', reason: '', when: 'period' } as const
const overNow = { id: intentId, by: 'space', reason: 'Water damage', when: 'now' } as const

test('[ADDON-11] ended by the space at once on 12 March, what was billed of 12 to 31 March comes back, with its date', () => {
  const addon = lockerOf('2026-01-20')
  const body = { siteId: catalogue.site.id, memberId: ada.id, addonId: addon.id }
  const facts = factsOn('2026-03-12', { addons: [addon] })
  const asked = { ...body, reason: 'Water damage', when: 'now' } as const
  const ended = must(endAddonFor(intentId, asked, facts).fact, 'it was had')
  expect(ended).toEqual({ ...addon, endsOn: '2026-03-12', ended: overNow })
  const march = periodOf(1, day('2026-03-12'))
  const fees = feesOfAddons(ada, catalogue, [ended], march)
  expect(fees.map(({ on, source, amount }) => [on, source, amount.amountMinor / 100])).toEqual([
    ['2026-01-20', 'addon/add_1/2026-01-01', 116.13],
    ['2026-02-01', 'addon/add_1/2026-02-01', 300],
    ['2026-03-01', 'addon/add_1/2026-03-01', 300],
    ['2026-03-01', 'addon/add_1/2026-03-01/later', -193.55],
  ])
  expect(heldOf(factsOn('2026-03-12', { addons: [ended] }))).toEqual([])
  const again = endAddonFor(intentId, asked, factsOn('2026-03-12', { addons: [ended] }))
  expect(again.outcome).toMatchObject({ refusal: { reason: 'unknown-addon' } })
})

test('[ADDON-11] by the space with the period it ends as by its member; what ends already may be over sooner, and not later', () => {
  const addon = lockerOf('2026-01-20')
  const facts = (on: string, known = addon) => factsOn(on, { addons: [known] })
  const body = { siteId: catalogue.site.id, memberId: ada.id, addonId: addon.id, reason: 'x' }
  const byPeriod = { ...body, when: 'period' } as const
  const ended = must(endAddonFor(intentId, byPeriod, facts('2026-02-12')).fact, 'it was had')
  expect(ended.endsOn).toBe('2026-03-01')
  expect(endAddonFor(intentId, byPeriod, facts('2026-02-20', ended)).fact).toEqual(ended)
  const sooner = endAddonFor(intentId, { ...body, when: 'now' }, facts('2026-02-20', ended)).fact
  expect(sooner?.endsOn).toBe('2026-02-20')
})

const pauseOf = (madeOn: string, from: string, until: string, sparesAddons?: boolean) => ({
  ...{ id: toId('intent', `bki_pause-${from}`), madeOn: day(madeOn), madeBy: 'member' as const },
  ...{ kind: 'pause' as const, on: day(from), until: day(until), reason: '', cost: null },
  terms: {
    ...{ daysMax: 90, priceMinor: 0, keepsPasses: true },
    ...(sparesAddons === undefined ? {} : { sparesAddons }),
  },
})
const pausedMember = (...changes: readonly ReturnType<typeof pauseOf>[]): Member => ({
  ...ada,
  memberships: [hotMembership({ changes })],
})
const owedIn = (member: Member, addon: ReturnType<typeof lockerOf>, period = february) =>
  feesOfAddons(member, catalogue, [addon], period)
    .filter(({ source }) => source.includes(period.from))
    .map(({ amount }) => amount.amountMinor / 100)

test('[ADDON-12] [D-70] on paused days it costs as ever, unless the terms of the pause spare it', () => {
  const addon = lockerOf('2026-01-01')
  const before = ['2026-01-15', '2026-02-08', '2026-02-15'] as const
  expect(owedIn(pausedMember(pauseOf(...before)), addon)).toEqual([300])
  // 7 of 28 days, known when the month began: they are not paid for in advance.
  expect(owedIn(pausedMember(pauseOf(...before, true)), addon)).toEqual([225])
  // Asked for within the month, they come back.
  const within = pauseOf('2026-02-03', '2026-02-08', '2026-02-15', true)
  expect(owedIn(pausedMember(within), addon)).toEqual([300, -75])
  // It is had all the same.
  const facts = factsOn('2026-02-10', { member: pausedMember(within), addons: [addon] })
  expect(heldOf(facts)).toHaveLength(1)
  // With a second membership that runs, nobody is away.
  const second = hotMembership({ id: toId('membership', 'msh_2') })
  const both = { ...ada, memberships: [hotMembership({ changes: [within] }), second] }
  expect(owedIn(both, addon)).toEqual([300, 0])
  // Ended before it began, nothing is spared.
  const back = { ...within, kind: 'take-back' as const, on: day('2026-02-04') }
  const taken = { ...back, id: toId('intent', 'bki_back'), changeId: within.id }
  const asBefore = { ...ada, memberships: [hotMembership({ changes: [within, taken] })] }
  expect(owedIn(asBefore, addon)).toEqual([300, 0])
})

test('[ADDON-12] [ADDON-02] however it is paused and ended and billed, bills ask for its days that were not spared', () => {
  const on = (days: number) => addDays(day('2026-01-01'), days)
  const pauses = fc.array(
    fc.record({ ahead: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 60 }) }),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(
      pauses,
      fc.integer({ min: 0, max: 150 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 31 }),
      (asked, endedAfter, isAtOnce, billingDay) => {
        const site = { ...catalogue.site, billing: { ...settings, billingDay } }
        let free = 0
        const changes = asked.map(({ ahead, length }) => {
          const [madeOn, from] = [on(free), on(free + ahead)]
          free += ahead + length
          return pauseOf(madeOn, from, on(free), true)
        })
        const startsOn = on(10)
        const open = lockerOf(startsOn)
        const endedOn = on(10 + endedAfter)
        const end = isAtOnce ? overNow : byMember
        const ended = endedFrom(open, end, { site, today: endedOn })
        const stories: ReturnType<typeof unpaid>[] = []
        let [period, sum] = [periodOf(billingDay, on(0)), 0]
        for (let run = 0; run < 14; run += 1) {
          const known = changes.filter(({ madeOn }) => madeOn < period.until)
          const addon = endedOn < period.until ? ended : open
          const fees = feesOfAddons(pausedMember(...known), { site }, [addon], period)
          const own = { settings: site.billing, period, billed: billedBy(stories) }
          const draft = draftBill(input(fees, own))
          stories.push(unpaid(issued(draft, `bil_${run}`, site.billing)))
          sum += draft.lines.reduce((all, { amount }) => all + amount.amountMinor, 0)
          period = nextPeriod(billingDay, period)
        }
        const until = must(ended.endsOn, 'it was ended')
        const isPaused = (date: string) => changes.some((one) => one.on <= date && date < one.until)
        let owed = 0
        for (let one = periodOf(billingDay, startsOn); one.from < until; ) {
          const days = daysBetween(one.from, one.until)
          const had = Array.from({ length: days }, (_, index) => addDays(one.from, index)).filter(
            (date) => startsOn <= date && date < until && !isPaused(date),
          )
          owed += Math.round((open.price.amountMinor * had.length) / days)
          one = nextPeriod(billingDay, one)
        }
        expect(sum).toBe(owed)
      },
    ),
    { numRuns: 60 },
  )
})
