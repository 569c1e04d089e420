import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grabAt, moved } from './scrub.ts'

const open = { from: 420, until: 1320 }
const day = { from: 540, until: 1020 }

test('a finger near an end holds that end, inside the window it holds the window', () => {
  expect(grabAt(550, day, 30)).toBe('from')
  expect(grabAt(1000, day, 30)).toBe('until')
  expect(grabAt(780, day, 30)).toBe('window')
})

test('a finger beside the window holds its nearer end', () => {
  expect(grabAt(430, day, 30)).toBe('from')
  expect(grabAt(1300, day, 30)).toBe('until')
})

test('an end moves on the grid', () => {
  expect(moved('until', -100, day, open, 30)).toEqual({ from: 540, until: 930 })
  expect(moved('from', 44, day, open, 30)).toEqual({ from: 570, until: 1020 })
})

test('the window keeps its length at the edges of the day', () => {
  expect(moved('window', 1000, day, open, 30)).toEqual({ from: 840, until: 1320 })
  expect(moved('window', -1000, day, open, 30)).toEqual({ from: 420, until: 900 })
})

test('[F-03] no move leads out of the day, or turns the window upside down', () => {
  const grips = fc.constantFrom('from' as const, 'until' as const, 'window' as const)
  const moves = fc.array(fc.tuple(grips, fc.integer({ min: -2000, max: 2000 })), { maxLength: 20 })
  fc.assert(
    fc.property(moves, (steps) => {
      const end = steps.reduce((span, [grip, by]) => moved(grip, by, span, open, 30), day)
      expect(end.from).toBeGreaterThanOrEqual(open.from)
      expect(end.until).toBeLessThanOrEqual(open.until)
      expect(end.until - end.from).toBeGreaterThanOrEqual(30)
      expect(end.from % 30).toBe(0)
    }),
  )
})
