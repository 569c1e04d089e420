import fc from 'fast-check'
import { expect, test } from 'vitest'
import { berlin } from '../../values/for-tests.ts'
import { addMinutes, minutesBetween, toInstant } from '../../values/instant.ts'
import { at } from '../for-tests.ts'
import { day, onDay } from './for-tests.ts'
import { offerExpiresAt, remaindersOf } from './offer-hold.ts'

const ofTwo = onDay(day, 840, 900)

test('[WAIT-03] [D-37] half an hour, but a quarter of an hour before the start at the latest, and then nothing', () => {
  const until = (minute: number) => offerExpiresAt(ofTwo, at(day, minute))
  expect(until(540)).toBe(at(day, 570))
  expect(until(795)).toBe(at(day, 825))
  expect(until(796)).toBe(at(day, 825))
  expect(until(824)).toBe(at(day, 825))
  expect(until(825)).toBeNull()
  expect(until(839)).toBeNull()
})

test('[WAIT-04] [D-37] after the start five minutes, and never beyond its end', () => {
  expect(offerExpiresAt(ofTwo, at(day, 855))).toBe(at(day, 860))
  expect(offerExpiresAt(ofTwo, at(day, 898))).toBe(at(day, 900))
  expect(offerExpiresAt(ofTwo, at(day, 900))).toBeNull()
})

test('[WAIT-04] [D-37] missed at 09:15, the rest runs from the increment that has begun, or from the next', () => {
  const nine = onDay(day, 540, 660)
  const starts = (incrementMinutes: number, minute: number) =>
    remaindersOf(berlin, nine, { incrementMinutes }, at(day, minute)).map((one) => one.startsAt)
  expect(starts(15, 555)).toEqual([at(day, 555), at(day, 570)])
  expect(starts(30, 555)).toEqual([at(day, 540), at(day, 570)])
  expect(starts(30, 630)).toEqual([at(day, 630)])
  expect(starts(30, 631)).toEqual([])
})

test('[WAIT-03] [WAIT-04] whatever the time, a hold ends after now and within half an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 60 }), fc.nat(59_999), (minute, ms) => {
      const now = toInstant(addMinutes(ofTwo.startsAt, minute) + ms)
      const until = offerExpiresAt(ofTwo, now)
      if (until === null) return
      expect(until).toBeGreaterThan(now)
      expect(minutesBetween(now, until)).toBeLessThanOrEqual(30)
      expect(until).toBeLessThanOrEqual(ofTwo.endsAt)
    }),
  )
})
