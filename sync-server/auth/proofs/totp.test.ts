import { expect, test } from 'vitest'
import { appUrl, codeAt, isSecret, makeSecret, STEP_MS, stepOf } from './totp.ts'

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('[A-05] the code of an app at second %i is the one of the standard', (seconds, code) => {
  expect(codeAt(secret, Math.floor(seconds / 30))).toBe(code)
})

test('[A-05] the code before this one and the one after it are as good, and no other', () => {
  const now = 1_000_000 * STEP_MS
  const isGood = (step: number) =>
    stepOf(secret, codeAt(secret, step), { now, lastStep: 0 }) === step
  expect([-2, -1, 0, 1, 2].map((off) => isGood(1_000_000 + off))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

test('[A-05] a code that was used, and any older one, works no more', () => {
  const now = 1_000_000 * STEP_MS
  const used = codeAt(secret, 1_000_000)
  expect(stepOf(secret, used, { now, lastStep: 1_000_000 })).toBeNull()
  expect(stepOf(secret, codeAt(secret, 999_999), { now, lastStep: 1_000_000 })).toBeNull()
  expect(stepOf(secret, codeAt(secret, 1_000_001), { now, lastStep: 1_000_000 })).toBe(1_000_001)
})

test('a secret that was made is one, and no two are the same', () => {
  const made = [makeSecret(), makeSecret()]
  expect(made.every(isSecret)).toBe(true)
  expect(made[0]).not.toBe(made[1])
  expect([isSecret(''), isSecret('a'.repeat(32)), isSecret(7)]).toEqual([false, false, false])
})

test('an app is told whose account it is and of which space', () => {
  expect(appUrl(secret, 'mara@loft.example', 'Harbour Loft')).toBe(
    `otpauth://totp/Harbour%20Loft:mara%40loft.example?secret=${secret}&issuer=Harbour+Loft`,
  )
})
