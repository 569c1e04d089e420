import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closeCodes } from './close-codes.ts'

test('[WIRE-60] the table of close codes in the SPEC is the table in the code', () => {
  const spec = readFileSync(new URL('SPEC.md', import.meta.url), 'utf8')
  const rows = [...spec.matchAll(/^\| (\d{4}) \| ([a-z-]+) /gm)]
  expect(Object.fromEntries(rows.map(([, code, reason]) => [reason, Number(code)]))).toEqual(
    closeCodes,
  )
})

test('[WIRE-60] codes are private to us, and no two reasons share one', () => {
  const codes = Object.values(closeCodes)
  expect(codes.filter((code) => code < 4400 || code > 4999)).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})
