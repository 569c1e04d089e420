import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { holds } from '../../../floorplans/document/geometry.ts'
import { createSheetView, distanceAt, type SheetView } from './sheet-view.ts'

/** A floor of twenty by thirty metres, with the name of the street in front of it. */
const sheet = { size: { width: 2_000, height: 3_000 }, labels: [{ x: 1_000, y: -140 }] }

function looking(use: (view: SheetView) => void): void {
  createRoot((close) => {
    const view = createSheetView(() => sheet)
    view.resized(900, 700)
    use(view)
    close()
  })
}

test('the first view has the whole floor in it, and the words that stand outside', () => {
  looking((view) => {
    expect(holds(view.seen(), view.whole())).toBe(true)
    expect(view.toScreen({ x: 1_000, y: -140 }).y).toBeGreaterThan(20)
    expect(view.toScreen({ x: 0, y: 3_000 }).y).toBeLessThan(700)
  })
})

test('what the tools cover of a wide sheet is left free of the floor, and a narrow one has all of it', () => {
  createRoot((close) => {
    const view = createSheetView(() => ({ size: { width: 4_000, height: 900 }, labels: [] }), 56)
    view.resized(900, 700)
    expect(view.toScreen({ x: 0, y: 0 }).x).toBeGreaterThan(56)
    expect(view.toScreen({ x: 4_000, y: 0 }).x).toBeLessThan(900)
    view.resized(390, 500)
    expect(view.toScreen({ x: 2_000, y: 0 }).x).toBe(195)
    close()
  })
})

test('closer only a part is in sight, a point can be brought into its middle, and all of it again', () => {
  looking((view) => {
    view.zoom(4)
    expect(holds(view.seen(), view.whole())).toBe(false)
    view.centreOn({ x: 500, y: 700 })
    expect(view.middle()).toEqual({ x: 500, y: 700 })
    const { minX, maxX, minY, maxY } = view.seen()
    expect([(minX + maxX) / 2, (minY + maxY) / 2].map(Math.round)).toEqual([500, 700])
    view.showAll()
    expect(holds(view.seen(), view.whole())).toBe(true)
  })
})

test('from afar no numbers are shown, closer those of desks, then those of seats', () => {
  expect([0.05, 0.18, 0.4].map(distanceAt)).toEqual(['far', 'middle', 'near'])
})
