import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  labelPages,
  labelSheet,
  labelSizes,
  labelsPerSheet,
  type Paper,
  papers,
} from './label-sheets.ts'

const sheets = (['a4', 'letter'] as const satisfies readonly Paper[]).flatMap((paper) =>
  labelSizes.map((size) => labelSheet(paper, size)),
)

test('[O-16] every label lies on its paper, and none on another', () => {
  for (const sheet of sheets) {
    const paper = papers[sheet.paper]
    const [page] = labelPages(Array.from({ length: labelsPerSheet(sheet) }), sheet, 0)
    for (const [index, { left, top }] of (page ?? []).entries()) {
      expect(left + sheet.width).toBeLessThanOrEqual(paper.width)
      expect(top + sheet.height).toBeLessThanOrEqual(paper.height)
      for (const other of (page ?? []).slice(index + 1)) {
        const isApart =
          Math.abs(other.left - left) >= sheet.width - 0.01 ||
          Math.abs(other.top - top) >= sheet.height - 0.01
        expect(isApart).toBe(true)
      }
    }
  }
})

test('[O-16] a sheet that was begun is used up, and no label is lost or printed twice', () => {
  const small = labelSheet('a4', 'small')
  expect(labelPages(['a', 'b'], small, 23).map((page) => page.map(({ label }) => label))).toEqual([
    ['a'],
    ['b'],
  ])
  expect(labelPages(['a'], small, 4)).toEqual([[{ label: 'a', left: 70, top: 37.5 }]])
  fc.assert(
    fc.property(
      fc.constantFrom(...sheets),
      fc.nat({ max: 90 }),
      fc.nat({ max: 29 }),
      (sheet, count, gone) => {
        const used = gone % labelsPerSheet(sheet)
        const labels = Array.from({ length: count }, (_, index) => index)
        const pages = labelPages(labels, sheet, used)
        expect(pages.flatMap((page) => page.map(({ label }) => label))).toEqual(labels)
        expect(pages).toHaveLength(
          count === 0 ? 0 : Math.ceil((count + used) / labelsPerSheet(sheet)),
        )
      },
    ),
  )
})
