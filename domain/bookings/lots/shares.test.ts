import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { ada, harbour, span } from '../for-tests.ts'
import { euros, lot } from './for-tests.ts'
import type { KnownUse } from './lot.ts'
import { leftAfter, movementsOf } from './movements.ts'
import { isManagedBy, sharesOf, sharesOfOthers, sumOf } from './shares.ts'
import { leftOf, usedOf } from './use-of.ts'

const teamId = toId('team', 'tea_north')
const [ben, chi] = [toId('member', 'mem_ben'), toId('member', 'mem_chi')]
const hours = lot('hours', { holder: { kind: 'team', teamId }, amount: 600 })

function use(
  memberId: KnownUse['memberId'],
  amount: number,
  more: Partial<KnownUse> = {},
): KnownUse {
  return {
    ...{ lot: hours, amount, day: null, worth: euros(0), isSpent: false, memberId },
    ...{ bookingId: toId('booking', 'bkg_1'), interval: span('2026-06-10', 540, 600), ...more },
  }
}

const siteIds = [harbour.site.id]

test('[LOTS-23] [D-27] a lot is managed by who looks after the team that holds it, and by nobody else', () => {
  const manager = { id: ada.id, role: 'team-manager', teamId, siteIds } as const
  expect(isManagedBy(hours, manager)).toBe(true)
  expect(isManagedBy(hours, { ...manager, role: 'member' })).toBe(false)
  expect(isManagedBy(hours, { ...manager, role: 'manager' })).toBe(false)
  expect(isManagedBy(hours, { ...manager, teamId: toId('team', 'tea_south') })).toBe(false)
  expect(isManagedBy(hours, { ...manager, siteIds: [] })).toBe(false)
  expect(isManagedBy(lot('own'), manager)).toBe(false)
})

test('[LOTS-23] who manages the team reads everybody’s part, the most first; a member their own alone', () => {
  const uses = [use(ben, 60), use(chi, 90), use(ada.id, 30), use(ben, 60)]
  const usedBy = sharesOfOthers(hours.id, uses, ada.id)
  expect(usedBy).toEqual([
    { memberId: ben, amount: 120 },
    { memberId: chi, amount: 90 },
  ])
  const own = uses.filter(({ memberId }) => memberId === ada.id)
  // Fifteen minutes more of Ada's are of a booking that her device does not know any more.
  const told = { ...hours, usedElsewhere: 225, usedBy }
  expect(sharesOf(told, own, ada.id)).toEqual([{ memberId: ada.id, amount: 45 }, ...usedBy])
  expect(sharesOf({ ...hours, usedElsewhere: 225 }, own, ada.id)).toEqual([
    { memberId: ada.id, amount: 30 },
  ])
  expect(sharesOf(lot('own'), own, ada.id)).toEqual([])
})

test('[LOTS-23] [D-21] [LOTS-19] whoever used what, on days or by the minute, the parts and what is left come to all of it', () => {
  const days = { ...hours, unit: 'days', amount: 40 } as const
  const one = fc.record({
    memberId: fc.constantFrom(ada.id, ben, chi),
    nth: fc.integer({ min: 1, max: 2 }),
    on: fc.constantFrom('2026-06-10', '2026-06-11'),
    isDay: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      const uses = all.map(({ memberId, nth, on, isDay }) =>
        use(memberId, 1, { lot: days, day: isDay ? { on, nth } : null } as Partial<KnownUse>),
      )
      const own = uses.filter(({ memberId }) => memberId === ada.id)
      const usedElsewhere = usedOf(days.id, uses) - usedOf(days.id, own)
      const told = { ...days, usedElsewhere, usedBy: sharesOfOthers(days.id, uses, ada.id) }
      const left = leftOf(told, own)
      expect(sumOf(sharesOf(told, own, ada.id)) + left).toBe(days.amount)
      const movements = movementsOf(told, [], harbour.zone)
      expect(leftAfter(movements)).toBe(left + usedOf(days.id, own))
    }),
  )
})
