import { expect, test } from 'vitest'
import { ada, harbour, hotDesk } from '../../bookings/for-tests.ts'
import { addDays } from '../../values/local-date.ts'
import { day, euros, fee, settings } from '../for-tests.ts'
import { nextBill } from '../next-bill.ts'
import { firstBillOf } from './first-bill.ts'

const at = (more: object = {}) => ({
  ...harbour,
  tiers: [hotDesk],
  site: { ...harbour.site, currency: 'EUR', billing: { ...settings, ...more } },
})

test('[TERMS-14] [A-11] [D-44] who joins on 20 January pays 116.13 for its days and February in advance, on the first', () => {
  expect(firstBillOf(at(), hotDesk.id, day('2026-01-20'))).toEqual({
    on: day('2026-02-01'),
    total: euros(116.13 + 300),
  })
})

test('[TERMS-14] taxes that prices leave out are in it', () => {
  const catalogue = at({ isTaxIncluded: false, fees: [fee('tie_hot', 100)] })
  expect(firstBillOf(catalogue, hotDesk.id, day('2026-02-01'))?.total).toEqual(euros(240))
})

test('[TERMS-14] where nothing is billed, or the plan costs nothing, there is none', () => {
  const today = day('2026-01-20')
  expect(firstBillOf(at({ startsOn: null }), hotDesk.id, today)).toBeNull()
  expect(firstBillOf(at({ fees: [] }), hotDesk.id, today)).toBeNull()
})

test('[TERMS-14] it is what the bill then asks for, whatever day of the year it is', () => {
  for (let today = day('2026-01-01'); today < day('2027-01-01'); today = addDays(today, 9)) {
    const catalogue = at()
    const joined = { ...ada, tierId: hotDesk.id, tierSince: today, teamId: null, memberships: [] }
    const nothing = {
      bookings: [],
      lots: [],
      bills: [],
      credits: [],
      promos: [],
      addons: [],
      billTo: null,
    }
    const billed = nextBill({ member: joined, catalogue, ...nothing }, today)
    expect(firstBillOf(catalogue, hotDesk.id, today)?.total).toEqual(billed?.total)
  }
})
