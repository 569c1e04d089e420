import { expect, test } from 'vitest'
import { createScaling } from './scaling.ts'

test('[F-06] two points are put, the nearer of them is put anew, and the last one follows the hand', () => {
  const scaling = createScaling()
  scaling.put({ x: 1, y: 1 })
  expect(scaling.points()).toBeNull()
  scaling.start()
  scaling.put({ x: 0, y: 0 })
  scaling.pull({ x: 10.4, y: 0 })
  scaling.put({ x: 100, y: 0 })
  expect(scaling.points()).toEqual([
    { x: 10, y: 0 },
    { x: 100, y: 0 },
  ])
  scaling.put({ x: 20, y: 5 })
  expect(scaling.points()?.[0]).toEqual({ x: 20, y: 5 })
  scaling.put({ x: 90, y: 0 })
  scaling.pull({ x: 95, y: 0 })
  expect(scaling.points()).toEqual([
    { x: 20, y: 5 },
    { x: 95, y: 0 },
  ])
  scaling.stop()
  expect(scaling.points()).toBeNull()
})
