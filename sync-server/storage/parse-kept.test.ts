import { expect, test } from 'vitest'
import { parseKept } from './parse-kept.ts'

test('the same text gives the very same value, other text another', () => {
  const first = parseKept<object>('{"state":"held"}')
  expect(first).toEqual({ state: 'held' })
  expect(parseKept<object>(['{"state":', '"held"}'].join(''))).toBe(first)
  expect(parseKept<object>('{"state":"confirmed"}')).toEqual({ state: 'confirmed' })
})

test('what was not read for a long time is let go of, and read again when it is asked for', () => {
  const first = parseKept<object>('{"n":-1}')
  for (let n = 0; n < 10_002; n += 1) parseKept(`{"n":${n}}`)
  const again = parseKept<object>('{"n":-1}')
  expect(again).toEqual(first)
  expect(again).not.toBe(first)
})
