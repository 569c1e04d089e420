import { expect, test } from 'vitest'
import { harbour, room } from '../../bookings/for-tests.ts'
import { laterDaysOf } from '../../community/events/later-days.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMs, DAY_MS, toInstant } from '../../values/instant.ts'
import { addDays, toLocalDate, weekdayOf } from '../../values/local-date.ts'
import { sampleHappenings } from './happenings.ts'

const hall = { ...room, id: toId('resource', 'res_hall'), kind: 'event-hall' } as const
const catalogue = { ...harbour, resources: [...harbour.resources, hall] }
const monday = toLocalDate('2026-11-23')

test('whatever day the sample is written, tea repeats on working days, and the same words have changed', () => {
  for (const day of [0, 1, 2, 3, 4, 5, 6]) {
    const today = addDays(monday, day)
    const now = addMs(toInstant(Date.UTC(2026, 10, 23, 8)), day * DAY_MS)
    const sample = sampleHappenings(catalogue, today, now)
    const tea = sample.events.filter(({ id }) => id.startsWith('evt_stretch'))
    expect(tea.every(({ date }) => date > today && weekdayOf(date) <= 5)).toBe(true)
    const first = must(tea[0], 'it is planned')
    expect(laterDaysOf(first, sample.events)).toHaveLength(2)
    expect(sample.earlier).toMatchObject([{ announcementId: 'ann_oats', changedAt: now }])
    expect(sampleHappenings(catalogue, today, now)).toEqual(sample)
  }
})
