import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fixtureKinds, surfaces } from '../../../floorplans/document/floor-plan.ts'
import { areaPaths, fixturePaths, type InkedPath } from './svg-pen.ts'

const sheet = readFileSync(new URL('./drawn.css', import.meta.url), 'utf8')
const size = { width: 160, height: 80 }

/** All that is drawn of the things a floor can have. */
const drawn: Readonly<Record<string, readonly InkedPath[]>> = Object.fromEntries([
  ...fixtureKinds.map((kind) => [kind, fixturePaths(kind, size)] as const),
  ...surfaces.map((surface) => [surface, areaPaths(surface, { width: 900, height: 700 })] as const),
])

test('every thing is drawn, in inks that the style sheet knows', () => {
  for (const [thing, paths] of Object.entries(drawn)) {
    expect({ thing, isDrawn: paths.length > 0 }).toEqual({ thing, isDrawn: true })
    for (const { fill, stroke, width } of paths) {
      if (fill !== null) expect(sheet).toContain(`[data-fill="${fill}"]`)
      if (stroke !== null) expect(sheet).toContain(`[data-stroke="${stroke}"]`)
      expect(stroke === null || width > 0).toBe(true)
    }
  }
})

test('paths are of numbers and begin where the pen is put down', () => {
  for (const path of Object.values(drawn).flat()) {
    expect(path.d).toMatch(/^M-?[\d.]+ -?[\d.]+[MLHVhvaz\d. -]*$/)
  }
})

test('a shape that is filled and outlined is one path, and the next shape is another', () => {
  const [table, ...more] = fixturePaths('table', size)
  expect(more).toEqual([])
  expect(table).toMatchObject({ fill: 'furniture', stroke: 'line' })
  expect(fixturePaths('chair', size)).toHaveLength(2)
})

test('what has one kind and size is painted once', () => {
  expect(fixturePaths('tree', size)).toBe(fixturePaths('tree', { ...size }))
  expect(fixturePaths('tree', { width: 90, height: 90 })).not.toBe(fixturePaths('tree', size))
})
