// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { answers, at, own, span, taken } from './for-tests.ts'
import { looksOf, zoneCounts } from './looks.ts'
import { freeUnits } from './place-answers.ts'

const day = span(540, 1020)

function lookOf(key: string, more: Parameters<typeof answers>[0] = {}, isStale = false) {
  return looksOf(harbourLoftPlan, answers(more), isStale).get(key)
}

test('[F-02] a place looks free, taken, held, out of use or not open to this member', () => {
  const states = {
    free: lookOf('res_desk-14'),
    taken: lookOf('res_desk-14', { occupied: [taken('res_desk-14', day)] }),
    held: lookOf('res_hall', {
      occupied: [taken('res_hall', day, { state: 'held' })],
      now: at(-2880),
    }),
    asked: lookOf('res_desk-14', { occupied: [taken('res_desk-14', day, { state: 'asked' })] }),
    blocked: lookOf('res_desk-14', { occupied: [taken('res_desk-14', day, { state: 'blocked' })] }),
    shut: lookOf('res_desk-14', { interval: span(60, 300) }),
  }
  expect(Object.entries(states).map(([name, look]) => [name, look?.state])).toEqual([
    ['free', 'available'],
    ['taken', 'busy'],
    ['held', 'held'],
    ['asked', 'held'],
    ['blocked', 'blocked'],
    ['shut', 'closed'],
  ])
})

test('a wish that the space has not answered looks asked for, a booking looks like one’s own', () => {
  expect(lookOf('res_desk-14', { bookings: [own('res_desk-14', 'saved')] })?.state).toBe('held')
  expect(lookOf('res_desk-14', { bookings: [own('res_desk-14', 'received')] })?.state).toBe('held')
  expect(lookOf('res_desk-14', { bookings: [own('res_desk-14', 'confirmed')] })?.state).toBe('mine')
  expect(lookOf('res_desk-14', { bookings: [own('res_desk-14', 'cancelled')] })?.state).toBe(
    'available',
  )
})

test('each seat of the long table wears its own state', () => {
  const more = {
    occupied: [taken('res_flex', day, { unit: 2 }), taken('res_flex', day, { unit: 3 })],
    bookings: [own('res_flex', 'confirmed', 3)],
  }
  expect(lookOf('res_flex/1', more)?.state).toBe('available')
  expect(lookOf('res_flex/2', more)?.state).toBe('busy')
  expect(lookOf('res_flex/3', more)?.state).toBe('mine')
})

test('each seat of a table bears its number', () => {
  expect([lookOf('res_flex/1')?.text, lookOf('res_flex/10')?.text]).toEqual(['1', '10'])
})

test('a desk bears its number, and for staff the initials of who sits there', () => {
  const arrival = {
    bookingId: toId('booking', 'bkg_1'),
    resourceId: own('res_desk-14', 'saved').resourceId,
    unit: 1,
    memberName: 'Amina Yusuf',
    people: 1,
    guests: [],
    startText: '09:00',
    endText: '17:00',
    ...day,
    state: 'confirmed' as const,
    checkIn: null,
    terms: null,
    isRecurring: false,
  }
  expect(lookOf('res_desk-14')?.text).toBe('14')
  expect(lookOf('res_desk-14', { arrivals: [arrival] })?.text).toBe('AY')
  const missed = { ...arrival, state: 'no-show' as const }
  expect(lookOf('res_desk-14', { arrivals: [missed] })?.text).toBe('14')
})

test('what is shown without a connection is marked as old', () => {
  expect(lookOf('res_desk-14', {}, true)?.isStale).toBe(true)
  expect(lookOf('res_desk-14', {}, false)?.isStale).toBe(false)
})

test('[F-04] drawing and list count the same free places in every zone', () => {
  const given = answers({ occupied: [taken('res_desk-14', day), taken('res_flex', day)] })
  const looks = [...looksOf(harbourLoftPlan, given, false)]
  const drawn = looks.filter(([, look]) => look.state === 'available').length
  const listed = given.reduce((sum, answer) => sum + freeUnits(answer), 0)
  const counted = [...zoneCounts(given).values()].map((text) => Number.parseInt(text, 10))
  expect(drawn).toBe(listed)
  expect(counted.reduce((sum, one) => sum + one, 0)).toBe(listed)
})
