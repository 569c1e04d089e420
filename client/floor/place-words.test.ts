// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { answerFor, at, loft, own, span, taken, thursday } from './for-tests.ts'
import { nextFree, reasonOf, spokenPlace, stateSentence, type Telling } from './place-words.ts'

const present: Telling = { zone: loft.zone, staleAt: null, restOf: () => null }
const cutOff: Telling = { ...present, staleAt: '09:12' }

test('[F-04] a place is read out with its name, what it has, its state and its price', () => {
  expect(spokenPlace(answerFor('res_desk-12'), present, true)).toBe(
    'Desk 12, favourite, window, monitor. Free 09:00 to 17:00. €24.00.',
  )
  expect(spokenPlace(answerFor('res_room-anchor'), present, false)).toBe(
    'Anchor, up to 6, whiteboard, screen. Free 09:00 to 17:00. €140.00.',
  )
})

test('a place that a pass or the membership covers is read out with what is left to pay', () => {
  const rest = (amountMinor: number): Telling => ({
    ...present,
    restOf: () => ({ amountMinor, currency: 'EUR' }),
  })
  const desk = answerFor('res_desk-12')
  expect(spokenPlace(desk, rest(0), false)).toContain('Free 09:00 to 17:00. Included.')
  expect(spokenPlace(desk, rest(800), false)).toContain('Free 09:00 to 17:00. €8.00.')
})

test('[B-36] a taken place says when, one that is not allowed says why', () => {
  const busy = answerFor('res_desk-14', { occupied: [taken('res_desk-14', span(540, 780))] })
  expect(stateSentence(busy, present)).toBe('Taken 09:00 to 13:00')
  const booth = answerFor('res_booth-1')
  expect(reasonOf(booth)).toBe('It can be booked for 2 hours at most.')
  const office = answerFor('res_office-north')
  expect(spokenPlace(office, present, false)).toContain('It belongs to another member.')
})

test('a wish of one’s own is told by its own state, never as booked before it is', () => {
  const wished = answerFor('res_desk-14', { bookings: [own('res_desk-14', 'saved')] })
  expect(stateSentence(wished, present)).toBe('Saved on this device')
})

test('what was free is told with the hour it was known', () => {
  expect(stateSentence(answerFor('res_desk-14'), cutOff)).toBe('Was free at 09:12')
})

test('the long table says how many of its places are free', () => {
  const table = answerFor('res_flex', { occupied: [taken('res_flex', span(540, 1020))] })
  expect(stateSentence(table, present)).toBe('9 of 10 free')
})

test('a taken desk is free again when its booking ends', () => {
  const occupied = [taken('res_desk-14', span(540, 780))]
  const { resource } = answerFor('res_desk-14')
  expect(nextFree(loft, resource, thursday, occupied, at(540))?.startsAt).toBe(at(780))
})

test('a day that has begun is asked about from the present step on', () => {
  const late = { now: at(14 * 60 + 47) }
  expect(answerFor('res_desk-14', late).interval).toEqual(span(14 * 60 + 30, 1020))
  expect(answerFor('res_room-anchor', late).interval).toEqual(span(14 * 60 + 45, 1020))
  expect(answerFor('res_room-anchor', late).availability.state).toBe('available')
})
