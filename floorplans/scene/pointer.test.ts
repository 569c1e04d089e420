// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePointer } from './pointer.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => vi.useRealTimers())

/** What a plan was told, and a finger on it. */
function touched() {
  const told: string[] = []
  const element = document.createElement('div')
  element.setPointerCapture = () => undefined // the page of these tests has no pointers of its own
  const say = (name: string) => () => {
    told.push(name)
  }
  const stop = makePointer(element, {
    pan: say('pan'),
    zoom: say('zoom'),
    tap: (_, isFine) => {
      told.push(isFine ? 'fine tap' : 'tap')
    },
    doubleTap: say('double tap'),
    hold: say('hold'),
    hover: () => undefined,
  })
  const finger = (type: string, x: number, id = 1, pointerType = 'touch') =>
    element.dispatchEvent(
      new PointerEvent(type, { pointerId: id, clientX: x, button: 0, pointerType }),
    )
  return { told, finger, element, stop }
}

test('a short touch is a tap, and two are a tap and a closer look', () => {
  const { told, finger } = touched()
  for (let touch = 0; touch < 2; touch += 1) {
    finger('pointerdown', 10)
    finger('pointerup', 12)
  }
  expect(told).toEqual(['tap', 'double tap'])
})

test('a mouse taps finely: what lies under its point is what was meant', () => {
  const { told, finger } = touched()
  finger('pointerdown', 10, 1, 'mouse')
  finger('pointerup', 10, 1, 'mouse')
  expect(told).toEqual(['fine tap'])
})

test('a long touch is told while the finger is still down, and is no tap afterwards', () => {
  const { told, finger } = touched()
  finger('pointerdown', 10)
  vi.advanceTimersByTime(499)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['hold'])
  finger('pointerup', 10)
  expect(told).toEqual(['hold'])
})

test('a finger that moves holds nothing, nor do two', () => {
  const one = touched()
  one.finger('pointerdown', 10)
  one.finger('pointermove', 40)
  vi.advanceTimersByTime(1000)
  one.finger('pointerup', 40)
  expect(one.told).toEqual(['pan'])

  const two = touched()
  two.finger('pointerdown', 10)
  two.finger('pointerdown', 90, 2)
  vi.advanceTimersByTime(1000)
  two.finger('pointermove', 120, 2)
  expect(two.told).toEqual(['pan', 'zoom'])
})

test('a plan that was taken down hears nothing more', () => {
  const { told, finger, stop } = touched()
  finger('pointerdown', 10)
  stop()
  vi.advanceTimersByTime(1000)
  finger('pointerdown', 10)
  finger('pointerup', 10)
  expect(told).toEqual([])
})
