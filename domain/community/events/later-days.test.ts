import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { eventOf } from './for-tests.ts'
import { laterDaysOf } from './later-days.ts'

const day = (id: string, date: string, more: object = {}) =>
  eventOf({ id: toId('event', `evt_${id}`), date: toLocalDate(date), ...more })

const first = day('first', '2026-11-26')
const second = day('second', '2026-12-03')
const third = day('third', '2026-12-10')

test('[EVENT-14] [C-01] the later days of an event that repeats are those that share title, place and times', () => {
  const moved = day('moved', '2026-12-17', { startMinute: 600 })
  const other = day('other', '2026-12-24', { title: 'Yoga' })
  const off = { ...day('off', '2026-12-31'), isCalledOff: true }
  const all = [third, moved, other, off, second, first]
  expect(laterDaysOf(first, all)).toEqual([second, third])
  expect(laterDaysOf(second, all)).toEqual([third])
  expect(laterDaysOf(third, all)).toEqual([])
})
