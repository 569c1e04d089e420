import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { toLocalDate } from '../values/local-date.ts'
import { money } from '../values/money.ts'
import { asBooked } from './english/as-booked.ts'

const date = toLocalDate('2026-06-05')
const agreed = {
  price: money(2_200, 'EUR'),
  extras: [
    { extraId: toId('extra', 'ext_lunch'), name: 'Lunch', count: 4, price: money(4_800, 'EUR') },
  ],
  covered: [],
  checkIn: { opensMinutesBefore: 15, releaseMinutesAfter: 30, missesToSuspend: null },
  wall: {
    ...{ start: { date, minute: 540 }, end: { date, minute: 660 }, zone: 'America/St_Johns' },
    ...{ startOffsetMinutes: -150, endOffsetMinutes: -150, tzdata: '2026a' },
  },
}
const told = { bookedAt: 'Mon 1 Jun, 09:00', changedAt: null, policy: 'Free until the start.' }

test('[L-16] a booking says price, extras, policy, check-in and clock as they were agreed', () => {
  expect(asBooked.rows(agreed, told)).toEqual([
    ['Booked', 'Mon 1 Jun, 09:00'],
    ['Price', '€22.00'],
    ['4 × Lunch', '€48.00'],
    ['If you cancel', 'Free until the start.'],
    ['Check-in', 'From 15 minutes before until 30 minutes after the start'],
    ['Clock', 'America/St_Johns, UTC−2:30'],
  ])
})

test('[L-16] one that was taken elsewhere says when, and nobody is asked to check in where they need not', () => {
  const rows = asBooked.rows(
    { ...agreed, checkIn: null },
    { ...told, changedAt: 'Tue 2 Jun, 10:00' },
  )
  expect(rows).toContainEqual(['Changed', 'Tue 2 Jun, 10:00'])
  expect(rows).toContainEqual(['Check-in', 'Nobody has to check in.'])
})
