import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack } from './pack.ts'

const [SIDE, GAP] = [256, 4]
const sizes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 400 }), height: fc.integer({ min: 1, max: 400 }) }),
  { maxLength: 60 },
)

test('pieces keep apart from each other and from the edges of their sheet', () => {
  fc.assert(
    fc.property(sizes, (pieces) => {
      const { sheets, spots } = pack(pieces, SIDE, GAP)
      expect(spots).toHaveLength(pieces.length)
      for (const [index, { sheet, x, y }] of spots.entries()) {
        const { width, height } = pieces[index] ?? { width: 0, height: 0 }
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(GAP)
        expect(x + width + GAP).toBeLessThanOrEqual(sheets[sheet]?.width ?? 0)
        expect(y + height + GAP).toBeLessThanOrEqual(sheets[sheet]?.height ?? 0)
        for (const [later, other] of spots.entries()) {
          const its = pieces[later]
          if (later <= index || other.sheet !== sheet || its === undefined) continue
          const isBeside = x + width + GAP <= other.x || other.x + its.width + GAP <= x
          const isAbove = y + height + GAP <= other.y || other.y + its.height + GAP <= y
          expect(isBeside || isAbove).toBe(true)
        }
      }
    }),
  )
})

test('a sheet is larger than its side only for a piece that is', () => {
  fc.assert(
    fc.property(sizes, (pieces) => {
      const { sheets, spots } = pack(pieces, SIDE, GAP)
      for (const [sheet, { width, height }] of sheets.entries()) {
        const on = pieces.filter((_, index) => spots[index]?.sheet === sheet)
        expect(width).toBeLessThanOrEqual(Math.max(SIDE, ...on.map((one) => one.width + 2 * GAP)))
        expect(height).toBeLessThanOrEqual(Math.max(SIDE, ...on.map((one) => one.height + 2 * GAP)))
      }
    }),
  )
})

test('what fits on one sheet lies on one, and nothing lies on none', () => {
  const words = Array.from({ length: 40 }, () => ({ width: 40, height: 18 }))
  expect(pack(words, SIDE, GAP).sheets).toHaveLength(1)
  expect(pack([], SIDE, GAP).sheets).toHaveLength(0)
})
