import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('a value has one text, whatever the order of its keys and however often it was sent', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(text)
    }),
  )
  expect(canonical({ b: 1, a: { d: [2, null], c: 'é' } })).toBe(
    '{"a":{"c":"é","d":[2,null]},"b":1}',
  )
})

test('what is undefined is not there, as it is not once it was sent', () => {
  expect(canonical({ a: undefined, b: 0 })).toBe('{"b":0}')
})
