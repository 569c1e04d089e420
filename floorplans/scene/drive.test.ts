// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Drive, makeDrive } from './drive.ts'

const bounds = { minX: 0, minY: 0, maxX: 1000, maxY: 1000 }

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  })
})
afterEach(() => vi.useRealTimers())

function driven(isStill = false): { readonly drive: Drive; moves(): number } {
  let moves = 0
  const drive = makeDrive({
    bounds,
    coveredBelow: 0,
    isStill,
    onMove: () => {
      moves += 1
    },
  })
  drive.resize(500, 500)
  return { drive, moves: () => moves }
}

test('a glide arrives where it was to go, and then nothing moves any more', () => {
  const { drive, moves } = driven()
  drive.glideTo({ x: 700, y: 300, scale: 2 })
  vi.advanceTimersByTime(1000)
  expect(drive.camera()).toEqual({ x: 700, y: 300, scale: 2 })
  const before = moves()
  vi.advanceTimersByTime(10_000)
  expect(moves()).toBe(before)
})

test('whoever asks under way is told where the glide will end', () => {
  const { drive } = driven()
  drive.glideTo({ x: 700, y: 300, scale: 2 })
  vi.advanceTimersByTime(50)
  expect(drive.camera().scale).toBeLessThan(2)
  expect(drive.rest()).toEqual({ x: 700, y: 300, scale: 2 })
})

test('what is covered under way does not lead the glide astray', () => {
  const { drive } = driven()
  drive.glideTo({ x: 700, y: 300, scale: 2 })
  vi.advanceTimersByTime(50)
  drive.coverBelow(200)
  vi.advanceTimersByTime(1000)
  expect(drive.camera()).toEqual({ x: 700, y: 300, scale: 2 })
})

test('a finger ends a glide at once', () => {
  const { drive } = driven()
  drive.glideTo({ x: 700, y: 300, scale: 2 })
  vi.advanceTimersByTime(50)
  drive.moveTo({ x: 500, y: 500, scale: 1 })
  vi.advanceTimersByTime(1000)
  expect(drive.camera()).toEqual({ x: 500, y: 500, scale: 1 })
})

test('who wants no motion is there at once', () => {
  const { drive } = driven(true)
  drive.glideTo({ x: 700, y: 300, scale: 2 })
  expect(drive.camera()).toEqual({ x: 700, y: 300, scale: 2 })
})

test('the whole floor stays whole when the window changes, and a closer look stays where it is', () => {
  const { drive } = driven()
  drive.resize(1000, 800)
  expect(drive.camera()).toEqual(drive.whole())
  drive.moveTo({ x: 400, y: 400, scale: 2 })
  drive.resize(500, 500)
  expect(drive.camera()).toEqual({ x: 400, y: 400, scale: 2 })
})
