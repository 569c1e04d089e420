import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'

test('equal values have one fingerprint, whatever the order of their keys', () => {
  const one = { a: 1, b: [{ c: 'x', d: null }], e: true }
  const same = { e: true, b: [{ d: null, c: 'x' }], a: 1 }
  expect(fingerprint(same)).toBe(fingerprint(one))
  expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/)
})

test('other values have other fingerprints', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      if (!isSame && fingerprint(one) === fingerprint(other)) {
        expect(one).toEqual(other) // the same but for the order of keys
      }
    }),
  )
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }))
  expect(fingerprint(null)).not.toBe(fingerprint({}))
})
