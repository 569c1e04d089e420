import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadScene } from './load-scene.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const scene = { openFloorScene: async () => null }
const away = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

test('[F-13] what draws the floor is asked for again while the connection is away', async () => {
  let asked = 0
  const loaded = loadScene(
    () => false,
    () => {
      asked += 1
      return asked < 3 ? away() : Promise.resolve(scene)
    },
  )
  await vi.runAllTimersAsync()
  expect(await loaded).toBe(scene)
  expect(asked).toBe(3)
})

test('nobody asks any more once the drawing has left the page', async () => {
  let isGone = false
  const loaded = loadScene(
    () => isGone,
    () => {
      isGone = true
      return away()
    },
  )
  await vi.runAllTimersAsync()
  expect(await loaded).toBeNull()
})
