import { expect, test } from 'vitest'
import { usualDunning } from '../sites/dunning-settings.ts'
import { toId } from '../values/ids.ts'
import { toLocalDate } from '../values/local-date.ts'
import { checkUnpaid } from './check-unpaid.ts'
import { ada, at, harbour } from './for-tests.ts'

const { site } = harbour
const dunned = {
  ...harbour,
  site: { ...site, billing: { ...site.billing, dunning: usualDunning } },
}

function said(date: string, isPaid: boolean, siteId = site.id) {
  const unpaid = [{ siteId, since: toLocalDate('2026-11-01') }]
  return checkUnpaid(dunned, { ...ada, unpaid }, isPaid, at(date, 600))
}

test('[D-49] an unpaid bill keeps from what costs something after a week, and from everything after two', () => {
  expect(said('2026-11-07', true)).toBeNull()
  expect(said('2026-11-08', true)).toEqual({ reason: 'unpaid-bill', isFreeAllowed: true })
  expect(said('2026-11-08', false)).toBeNull()
  expect(said('2026-11-15', false)).toEqual({ reason: 'unpaid-bill', isFreeAllowed: false })
})

test('[D-49] a bill of another location keeps from nothing here', () => {
  expect(said('2026-11-15', true, toId('site', 'sit_elsewhere'))).toBeNull()
})
