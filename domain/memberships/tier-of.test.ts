import { expect, test } from 'vitest'
import { ada, hotDesk } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import { tierOf } from './tier-of.ts'

test('[MEMBERSHIPS-01] a member has the limits of their tier', () => {
  expect(tierOf([hotDesk], ada)).toBe(hotDesk)
})

test('[MEMBERSHIPS-02] without a tier, or with one unknown here, no kind may be booked', () => {
  expect(tierOf([hotDesk], { ...ada, tierId: null })?.kinds).toEqual([])
  expect(tierOf([hotDesk], { ...ada, tierId: toId('tier', 'tie_gone') })?.kinds).toEqual([])
})

test('[MEMBERSHIPS-03] staff without a membership have no limits of a tier', () => {
  expect(tierOf([hotDesk], { role: 'front-desk', tierId: null })).toBeNull()
  expect(tierOf([hotDesk], { role: 'owner', tierId: hotDesk.id })).toBe(hotDesk)
})
