import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { ada, at, type harbour, span } from '../for-tests.ts'
import { allowance, covered, lot, withAllowances } from './for-tests.ts'
import type { KnownUse } from './lot.ts'

const day = '2026-06-10'

test('[LOTS-01] [D-24] four hours use three of the lot that expires and one of the one that does not', () => {
  const june = lot('june', { amount: 180, expiresAt: at('2026-07-01', 0) })
  const wallet = { lots: [lot('ever'), june] }
  expect(covered(span(day, 540, 780), { wallet })).toMatchObject({
    used: ['lot_june 180', 'lot_ever 60'],
    worth: [66, 22],
    owed: 0,
  })
})

test('[LOTS-01] [D-24] of two that expire together the membership’s is used before what was paid for', () => {
  const catalogue = withAllowances(allowance({ amount: 60 }))
  const bought = lot('a-bought', { amount: 60, expiresAt: at('2026-07-01', 0) })
  const sooner = lot('sooner', { amount: 60, expiresAt: at('2026-06-30', 0) })
  const wallet = { lots: [bought, sooner] }
  expect(covered(span(day, 540, 720), { wallet, catalogue }).used).toEqual([
    'lot_sooner 60',
    'lot_ada.rooms.2026-06-01 60',
    'lot_a-bought 60',
  ])
})

test('[LOTS-02] what no lot covers is owed, to the cent', () => {
  const wallet = { lots: [lot('hour', { amount: 60 })] }
  expect(covered(span(day, 540, 720), { wallet, price: 10 })).toMatchObject({
    worth: [3.33],
    owed: 6.67,
  })
  expect(covered(span(day, 540, 720), { wallet, payWith: 'money' })).toMatchObject({ owed: 66 })
  expect(covered(span(day, 540, 720), { wallet, price: 0 })).toMatchObject({ used: [], owed: 0 })
})

test('[LOTS-03] [D-28] a lot covers its kinds alone, at its own location, while it is valid', () => {
  const other = [
    lot('desks', { kinds: ['hot-desk'] }),
    lot('elsewhere', { siteId: toId('site', 'sit_pier-studio') }),
    lot('over', { expiresAt: at('2026-06-01', 720) }),
    lot('early', { validFrom: at('2026-06-01', 721) }),
    lot('empty', { amount: 60, usedElsewhere: 60 }),
    lot('ben', { holder: { kind: 'member', memberId: toId('member', 'mem_ben') } }),
  ]
  expect(covered(span(day, 540, 600), { wallet: { lots: other } })).toMatchObject({ owed: 22 })
})

test('[LOTS-04] [D-23] a booking of December uses the allowance of December, whenever it is made', () => {
  const catalogue = withAllowances(allowance())
  const asked = { catalogue, now: '2026-11-01' }
  expect(covered(span('2026-12-10', 540, 600), asked).used).toEqual(['lot_ada.rooms.2026-12-01 60'])
  expect(covered(span('2026-11-30', 540, 600), asked).used).toEqual(['lot_ada.rooms.2026-11-01 60'])
})

test('[LOTS-06] [D-22] minutes are rounded up to a quarter of an hour, once a session', () => {
  const wallet = { lots: [lot('minutes')] }
  expect(covered(span(day, 540, 550), { wallet }).used).toEqual(['lot_minutes 15'])
  expect(covered(span(day, 540, 586), { wallet }).used).toEqual(['lot_minutes 60'])
})

const dayPass = lot('day', { kinds: ['hot-desk'], unit: 'days', amount: 3 })

function useOn(interval: KnownUse['interval'], nth = 1): KnownUse {
  const [use] = covered(interval, { wallet: { lots: [dayPass] }, kind: 'hot-desk', price: 24 }).uses
  if (use?.day == null) throw new Error('A day pass covers a day')
  const bookingId = toId('booking', `bkg_${interval.startsAt}`)
  return { ...use, day: { ...use.day, nth }, bookingId, memberId: ada.id, interval }
}

test('[LOTS-07] [D-21] in at nine, out at one, in at two, out at half past one at night: one pass', () => {
  const morning = useOn(span(day, 540, 780))
  const night = { startsAt: at(day, 840), endsAt: at('2026-06-11', 90) }
  const asked = { kind: 'hot-desk', price: 24 } as const
  const wallet = { lots: [dayPass], uses: [morning] }
  expect(covered(night, { ...asked, wallet })).toMatchObject({
    used: [`lot_day 1 on ${day}/1`],
    owed: 0,
  })
  const spent = { ...wallet, lots: [{ ...dayPass, amount: 1 }] }
  expect(covered(night, { ...asked, wallet: spent })).toMatchObject({ owed: 0 })
  const next = { startsAt: at('2026-06-11', 200), endsAt: at('2026-06-11', 260) }
  expect(covered(next, { ...asked, wallet }).used).toEqual(['lot_day 1 on 2026-06-11/1'])
})

test('[LOTS-07] [D-06] a day of twenty-five hours is one day', () => {
  const long = { startsAt: at('2026-10-25', 180), endsAt: at('2026-10-26', 180) }
  const wallet = { lots: [dayPass] }
  const once = covered(long, { wallet, kind: 'hot-desk', price: 24, now: '2026-10-01' })
  expect(once.used).toEqual(['lot_day 1 on 2026-10-25/1'])
})

test('[LOTS-07] [D-27] two desks at once are two passes', () => {
  const morning = useOn(span(day, 540, 780))
  const wallet = { lots: [dayPass], uses: [morning] }
  const asked = { wallet, kind: 'hot-desk', price: 24 } as const
  expect(covered(span(day, 600, 660), asked).used).toEqual([`lot_day 1 on ${day}/2`])
  const last = { ...asked, wallet: { ...wallet, lots: [{ ...dayPass, amount: 1 }] } }
  expect(covered(span(day, 600, 660), last)).toMatchObject({ used: [], owed: 24 })
})

test('[LOTS-08] an entry is one booking however long, a half-day as long as the location says', () => {
  const entries = lot('ten', { unit: 'entries', amount: 10 })
  expect(covered(span(day, 0, 1440), { wallet: { lots: [entries] } })).toMatchObject({
    used: ['lot_ten 1'],
    owed: 0,
  })
  const halves = lot('half', { unit: 'half-days', amount: 2 })
  const asked = { wallet: { lots: [halves] } }
  expect(covered(span(day, 480, 780), asked).used).toEqual(['lot_half 1'])
  expect(covered(span(day, 480, 781), asked).used).toEqual(['lot_half 2'])
  expect(covered(span(day, 480, 1200), { ...asked, price: 12 })).toMatchObject({ owed: 2 })
})

const team = { teamId: toId('team', 'tea_north') }
const ofTeam = lot('team', { holder: { kind: 'team', ...team } })

test('[LOTS-09] [D-27] the team’s lots pay where the booker says so, and where the team lets them', () => {
  const wallet = {
    lots: [lot('own'), ofTeam],
    team: { usedBy: 'everybody', isFirst: true },
  } as const
  const hour = span(day, 540, 600)
  expect(covered(hour, { wallet, member: team }).used).toEqual(['lot_own 60'])
  expect(covered(hour, { wallet, member: team, payWith: 'team' }).used).toEqual(['lot_team 60'])
  const managed = { ...wallet, team: { usedBy: 'manager', isFirst: true } } as const
  expect(covered(hour, { wallet: managed, member: team, payWith: 'team' })).toMatchObject({
    owed: 22,
  })
  const manager = { ...team, role: 'team-manager' } as const
  expect(covered(hour, { wallet: managed, member: manager, payWith: 'team' }).owed).toBe(0)
})

test('[LOTS-05] [D-26] who joins on Wednesday has three of five passes, and five a week later', () => {
  const weekdays = [540, 540, 540, 540, 540].map((opens) => [{ opens, closes: 1080 }])
  const hours = [...weekdays, [], []] as unknown as typeof harbour.site.hours // seven days
  const weekly = allowance({ kinds: ['hot-desk'], unit: 'days', amount: 5, per: 'week' })
  const base = withAllowances(weekly)
  const catalogue = { ...base, site: { ...base.site, hours } }
  const asked = { catalogue, kind: 'hot-desk', price: 24 } as const
  const usedFrom = (date: string, days: number) =>
    covered(
      { startsAt: at(date, 180), endsAt: at(date, 180 + days * 1440) },
      { ...asked, tierSince: toLocalDate('2026-06-10') },
    ).used.length
  expect(usedFrom('2026-06-10', 5)).toBe(3)
  expect(usedFrom('2026-06-15', 7)).toBe(5)
  expect(usedFrom('2026-06-01', 5)).toBe(0)
})

test('[LOTS-05] [D-26] thirty passes a month from the 20th, joined on 10 June: ten until then', () => {
  const monthly = { kinds: ['hot-desk'], unit: 'days', amount: 30, startsOnDay: 20 } as const
  const catalogue = withAllowances(allowance(monthly))
  const asked = { catalogue, kind: 'hot-desk', price: 24 } as const
  const usedFrom = (date: string) =>
    covered(
      { startsAt: at(date, 180), endsAt: at(date, 180 + 31 * 1440) },
      { ...asked, tierSince: toLocalDate('2026-06-10') },
    ).used.length
  expect(usedFrom('2026-06-10')).toBe(10)
  expect(usedFrom('2026-06-20')).toBe(30)
})
