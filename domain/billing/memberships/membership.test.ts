import { expect, test } from 'vitest'
import { ada } from '../../bookings/for-tests.ts'
import {
  asKnownBefore,
  comingOf,
  dayOf,
  endOf,
  type Membership,
  pausesOf,
} from '../../memberships/membership.ts'
import { membershipsOf } from '../../memberships/memberships-of.ts'
import { toId } from '../../values/ids.ts'
import { day, hotMembership } from '../for-tests.ts'
import { changed, dear, hot, made, pausedFor } from './for-tests.ts'

const upgrade = made('tier', 'up', '2026-06-16', { tierId: dear, on: day('2026-06-16') })

const tierOn = (membership: Membership, date: string) => dayOf(membership, day(date)).tierId
const isPausedOn = (membership: Membership, date: string) =>
  dayOf(membership, day(date)).pause !== null

test('[TERMS-01] a plan holds until the day before the next one, and nothing before its first day', () => {
  const membership = { ...changed(upgrade), startsOn: day('2026-05-03') }
  expect(tierOn(membership, '2026-05-02')).toBeNull()
  expect(tierOn(membership, '2026-06-15')).toBe(hot)
  expect(tierOn(membership, '2026-06-16')).toBe(dear)
})

test('[TERMS-01] a pause has its first day in it and not its last, and is over when somebody is back before', () => {
  const pause = pausedFor('p', '2026-06-01', '2026-06-11', '2026-06-21')
  const membership = changed(pause)
  expect(isPausedOn(membership, '2026-06-10')).toBe(false)
  expect(isPausedOn(membership, '2026-06-11')).toBe(true)
  expect(isPausedOn(membership, '2026-06-20')).toBe(true)
  expect(isPausedOn(membership, '2026-06-21')).toBe(false)
  const back = made('resume', 'r', '2026-06-15', { on: day('2026-06-15') })
  expect(pausesOf(changed(pause, back))).toMatchObject([
    { from: '2026-06-11', until: '2026-06-15' },
  ])
})

test('[TERMS-01] from its end on it is nothing', () => {
  const membership = changed(made('end', 'e', '2026-06-02', { on: day('2026-07-01') }))
  expect(tierOn(membership, '2026-06-30')).toBe(hot)
  expect(tierOn(membership, '2026-07-01')).toBeNull()
})

test('[TERMS-02] what was taken back never held', () => {
  const end = made('end', 'e', '2026-06-02', { on: day('2026-07-01') })
  const changeId = toId('intent', 'bki_e')
  const back = made('take-back', 'b', '2026-06-20', { on: day('2026-06-20'), changeId })
  const membership = changed(end, back)
  expect(endOf(membership)).toBeNull()
  expect(tierOn(membership, '2026-08-01')).toBe(hot)
  expect(comingOf(changed(end), day('2026-06-03'))).toEqual([end])
  expect(comingOf(membership, day('2026-06-20'))).toEqual([])
})

test('[TERMS-02] a change of plan that had not taken effect is replaced by the next', () => {
  const later = made('tier', 'down', '2026-06-02', { tierId: hot, on: day('2026-07-01') })
  const membership = { ...changed(later, upgrade), tierId: toId('tier', 'tie_other') }
  expect(tierOn(membership, '2026-07-02')).toBe(dear)
  expect(comingOf(membership, day('2026-06-10'))).toEqual([upgrade])
})

test('[TERMS-03] a change is not known before the day on which it was made', () => {
  const membership = changed(pausedFor('p', '2026-06-05', '2026-06-11', '2026-06-21'))
  expect(isPausedOn(asKnownBefore(membership, day('2026-06-05')), '2026-06-12')).toBe(false)
  expect(isPausedOn(asKnownBefore(membership, day('2026-06-06')), '2026-06-12')).toBe(true)
})

test('[TERMS-01] whoever never changed anything has the one that their tier says', () => {
  expect(membershipsOf(ada)).toEqual([hotMembership()])
  expect(membershipsOf({ ...ada, tierId: null })).toEqual([])
})
