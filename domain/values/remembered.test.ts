import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('what was computed is not computed again while there is room for it', () => {
  const asked: number[] = []
  const double = remembered(2, (n: number) => {
    asked.push(n)
    return n * 2
  })
  expect([1, 1, 2, 1, 3, 1].map(double)).toEqual([2, 2, 4, 2, 6, 2])
  expect(asked).toEqual([1, 2, 3, 1])
})
