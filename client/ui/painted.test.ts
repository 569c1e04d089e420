import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePainted } from './painted.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page whose frames come when they are asked for. */
function watched() {
  const frames: (() => void)[] = []
  const { painted, ...page } = makePainted((run) => frames.push(run))
  let isPainted = false
  void painted.then(() => {
    isPainted = true
  })
  return {
    ...page,
    isPainted: async () => {
      await vi.advanceTimersByTimeAsync(0)
      return isPainted
    },
    frame: () => {
      for (const run of frames.splice(0)) run()
    },
  }
}

test('a page that asks for no rows is painted in the next frame', async () => {
  const page = watched()
  page.sayPainted()
  expect(await page.isPainted()).toBe(false)
  page.frame()
  expect(await page.isPainted()).toBe(true)
})

test('a page is painted once its rows are there, and those that they led to', async () => {
  const page = watched()
  const places = page.awaitRows()
  page.sayPainted()
  page.frame()
  expect(await page.isPainted()).toBe(false)
  places()
  const bookings = page.awaitRows() // what is drawn of the places asks in the same frame
  page.frame()
  expect(await page.isPainted()).toBe(false)
  bookings()
  bookings()
  const more = page.awaitRows()
  page.frame()
  expect(await page.isPainted()).toBe(false) // an answer counts once
  more()
  page.frame()
  expect(await page.isPainted()).toBe(true)
})

test('rows that were answered before the page had loaded do not paint it', async () => {
  const page = watched()
  page.awaitRows()()
  page.frame()
  expect(await page.isPainted()).toBe(false)
  page.sayPainted()
  page.frame()
  expect(await page.isPainted()).toBe(true)
})

test('where storage does not answer the machinery comes all the same', async () => {
  const page = watched()
  page.awaitRows()
  page.sayPainted()
  page.frame()
  await vi.advanceTimersByTimeAsync(1_499)
  expect(await page.isPainted()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await page.isPainted()).toBe(true)
})
