import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { card, cards, noted } from './for-tests.ts'
import {
  backupMethod,
  firstMethod,
  whyKept,
  withBackup,
  withFirst,
  withMethod,
  withoutMethod,
} from './pay-methods.ts'

const nothing = { hasDebt: false, hasMembership: false, hasPaidBooking: false }

test('[PAYING-04] a new card is charged from now on; told twice it is there once, with when it came', () => {
  const two = withMethod(cards('visa'), card('master'))
  expect(firstMethod(two)?.brand).toBe('master')
  const again = withMethod(two, card('visa', { last4: '1881' }))
  expect(again.methods.map(({ brand, last4 }) => [brand, last4])).toEqual([
    ['master', '4242'],
    ['visa', '1881'],
  ])
})

test('[PAYING-04] what cannot be charged while its payer is elsewhere is never the first', () => {
  const voucher = card('voucher', { kind: 'boleto' })
  const known = withMethod(cards('visa'), voucher)
  expect(firstMethod(known)?.brand).toBe('visa')
  expect(withFirst(known, voucher.id)).toBeNull()
  expect(firstMethod(withMethod(cards(), voucher))).toBeNull()
})

test('[PAYING-05] [P-03] a backup is another card, agreed to, until another one is put first', () => {
  const two = cards('visa', 'master')
  expect(backupMethod(two)).toBeNull()
  expect(withBackup(two, 'pm_visa', noted)).toBeNull()
  const agreed = must(withBackup(two, 'pm_master', noted), 'it is the other one')
  expect(backupMethod(agreed)?.brand).toBe('master')
  const turned = must(withFirst(agreed, 'pm_master'), 'a card may be first')
  expect(turned.backup).toBeNull()
  expect(withBackup(agreed, null, noted)?.backup).toBeNull()
  expect(withoutMethod(agreed, 'pm_master').backup).toBeNull()
  expect(withoutMethod(agreed, 'pm_visa')).toMatchObject({ backup: null })
})

test('[PAYING-06] [P-03] the last card stays while something will be owed; one of two may go', () => {
  expect(whyKept(cards('visa'), nothing)).toBeNull()
  expect(whyKept(cards('visa'), { ...nothing, hasDebt: true, hasMembership: true })).toBe('debt')
  expect(whyKept(cards('visa'), { ...nothing, hasMembership: true })).toBe('membership')
  expect(whyKept(cards('visa'), { ...nothing, hasPaidBooking: true })).toBe('booking')
  expect(whyKept(cards('visa', 'master'), { ...nothing, hasDebt: true })).toBeNull()
})
