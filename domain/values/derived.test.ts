import { expect, test } from 'vitest'
import { derived } from './derived.ts'

test('what follows from a value is worked out once for that very value, even where it is nothing', () => {
  let count = 0
  const firstOf = derived((list: readonly string[]): string | undefined => {
    count += 1
    return list[0]
  })
  const [none, one] = [[], ['a']]
  expect([firstOf(none), firstOf(one), firstOf(none), firstOf(one)]).toEqual([
    undefined,
    'a',
    undefined,
    'a',
  ])
  expect(count).toBe(2)
  expect(firstOf(['a'])).toBe('a')
  expect(count).toBe(3)
})
