import { expect, test } from 'vitest'
import { matchesName } from './matches-name.ts'

test('[B-31] a name is found by how its words begin, without accents and in any order', () => {
  expect(matchesName('Hana Sato', 'sat h')).toBe(true)
  expect(matchesName('Ondřej Dvořák', 'ondrej dvo')).toBe(true)
  expect(matchesName('Zora Babić-Novak', 'NOVAK')).toBe(true)
  expect(matchesName('Hana Sato', '')).toBe(true)
  expect(matchesName('Hana Sato', 'ana')).toBe(false)
  expect(matchesName('Hana Sato', 'hana berg')).toBe(false)
})
