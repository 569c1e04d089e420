import { expect, test } from 'vitest'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import { money } from '../../values/money.ts'
import { desk1, desk2, harbour, span } from '../for-tests.ts'
import type { OrderRequest } from '../wishes/wait-requests.ts'
import { facts, now, tuesdaysOrWednesdays } from './for-tests.ts'
import { isInVain, previewOrder } from './preview-order.ts'

const wednesday = '2026-12-02'
const nextTuesday = '2026-12-08'
const known = (date: string) => date < '2026-12-15'

function previewed(more: Partial<OrderRequest> = {}, of: Partial<typeof facts> = {}) {
  return previewOrder({ ...tuesdaysOrWednesdays, ...more }, { ...facts, ...of }, known, now)
}

test('[WAIT-16] [L-11] each day says what it would find: a place, somebody who has it, a price, or that nobody knows', () => {
  const taken = (date: string, id: typeof desk1.id) => {
    return { resourceId: id, unit: 1, interval: span(date, 600, 660), state: 'booked' } as const
  }
  const occupied = [
    taken(wednesday, desk1.id),
    taken(wednesday, desk2.id),
    taken(nextTuesday, desk1.id),
  ]
  const { days } = previewed({}, { occupied })
  expect(days.slice(0, 4).map(({ date, answer }) => [date, answer.kind])).toEqual([
    ['2026-12-02', 'taken'],
    ['2026-12-08', 'free'],
    ['2026-12-09', 'free'],
    ['2026-12-15', 'unknown'],
  ])
  expect(days[1]?.answer).toEqual({ kind: 'free', resourceId: desk2.id })
  const cheap = previewed({ ceiling: money(100, 'EUR') }, { occupied })
  expect(cheap.days.slice(0, 3).map(({ answer }) => answer.kind)).toEqual([
    'taken',
    'too-dear',
    'too-dear',
  ])
})

test('[WAIT-16] what nobody’s giving it back changes is said as what it is, and an order of nothing else says so', () => {
  const night = { from: 0, until: 60 }
  const day = [{ opens: 480, closes: 1200 }]
  const hours: OpeningHours = [day, day, day, day, day, day, day]
  const catalogue = { ...harbour, site: { ...harbour.site, hours } }
  const shut = previewed({ span: night, until: tuesdaysOrWednesdays.from }, { catalogue })
  expect(isInVain(shut)).toBe(false) // there is no day left
  const two = previewed(
    { span: night, until: '2026-12-09' as OrderRequest['until'] },
    { catalogue },
  )
  const closed = { kind: 'refused', refusal: { reason: 'closed', closureName: null } }
  expect(two.days.map(({ answer }) => answer)).toEqual(two.days.map(() => closed))
  expect(two.days.length).toBeGreaterThan(1)
  expect(isInVain(two)).toBe(true)
  expect(isInVain(previewed())).toBe(false)
})
