import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCsv } from './format-csv.ts'

/** As a spreadsheet reads it: cells, with their quotes taken off. */
function cellsOf(csv: string): readonly string[] {
  return [...`,${csv}`.matchAll(/(?:,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

test('no cell begins as a formula does, whoever wrote it, and numbers stay numbers', () => {
  const formulas = ['=cmd|/c calc!A1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1']
  for (const formula of formulas) {
    expect(cellsOf(formatCsv([[formula, 'x']]))[0]).toBe(`'${formula}`)
  }
  expect(formatCsv([['-12.50', '3', '-0', 'a-b', '']])).toBe('-12.50,3,-0,a-b,\r\n')
})

test('a cell is read as it was written, with commas, quotes and lines in it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '=', ' ', 'é') })
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (row) => {
      const read = cellsOf(formatCsv([row])).slice(0, row.length)
      expect(read.map((cell) => cell.replace(/^'(?=[=\r\n])/, ''))).toEqual(row)
    }),
    { numRuns: 200 },
  )
})
