import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingIdOf, encodeUlid, isId, makeId, toId } from './ids.ts'

const dice = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 16, maxLength: 16 })
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('[VALUES-20] an id has the prefix of its noun and a plain tail', () => {
  expect(isId('resource', 'res_desk-14')).toBe(true)
  const odd = ['bkg_1', 'res_', 'res_a/b', 'res_a b', 'res_-a', 'RES_a', `res_${'a'.repeat(61)}`]
  for (const text of [...odd, '', 'res_ä', 'res_a\n', 7, null]) {
    expect(isId('resource', text)).toBe(false)
  }
  expect(() => toId('member', 'res_desk-14')).toThrow('member')
})

test('[VALUES-21] ids sort by the time they were made', () => {
  fc.assert(
    fc.property(time, time, dice, dice, (a, b, tailOfA, tailOfB) => {
      fc.pre(a !== b)
      const [one, other] = [encodeUlid(a, tailOfA), encodeUlid(b, tailOfB)]
      expect(one).toHaveLength(26)
      expect(one < other).toBe(a < b)
      expect(isId('intent', makeId('intent', one))).toBe(true)
    }),
  )
})

test('[VALUES-22] a booking has the tail of its intent', () => {
  expect(bookingIdOf(toId('intent', 'bki_01ABC'))).toBe('bkg_01ABC')
})
