import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import type { Draft } from '../document/draft/draft.ts'
import type { Hands } from '../document/draft/drafting.ts'
import { deskOf, draftWith } from '../document/draft/for-tests.ts'
import { fullnessOf, hasRoomFor, nearlyFull } from './fullness.ts'

const mara = toId('member', 'mem_mara')

/** So many desks, and so many that were deleted. */
function floorOf(drawn: number, gone = 0): Draft {
  const desk = deskOf('a', 100, 100)
  return draftWith(
    Object.fromEntries([
      ...Array.from({ length: drawn }, (_, at) => [`obj_${at}`, desk] as const),
      ...Array.from(
        { length: gone },
        (_, at) => [`obj_gone-${at}`, { ...desk, goneBy: mara }] as const,
      ),
    ]),
  )
}

const addDesks = (count: number) => (hands: Hands) => {
  for (let at = 0; at < count; at += 1) hands.add(`obj_new-${at}`, deskOf('b', 1, 1))
}

test('[F-07] a floor says how full it is from four fifths of any cap on', () => {
  expect(nearlyFull(fullnessOf(floorOf(2_399), 0))).toBeNull()
  expect(nearlyFull(fullnessOf(floorOf(2_400), 0))).toBe('drawn')
  expect(nearlyFull(fullnessOf(floorOf(1_000, 3_900), 0))).toBe('kept')
  expect(nearlyFull(fullnessOf(floorOf(10), 790_000))).toBeNull()
  expect(nearlyFull(fullnessOf(floorOf(10), 900_000))).toBe('bytes')
})

test('[F-07] nothing is added beyond a cap, not in one step of many things either', () => {
  expect(hasRoomFor(floorOf(2_990), 0, addDesks(10))).toBe(true)
  expect(hasRoomFor(floorOf(2_990), 0, addDesks(11))).toBe(false)
  expect(hasRoomFor(floorOf(10, 5_985), 0, addDesks(5))).toBe(true)
  expect(hasRoomFor(floorOf(10, 5_985), 0, addDesks(6))).toBe(false)
  expect(hasRoomFor(floorOf(10), 999_900, addDesks(1))).toBe(false)
})

test('[F-07] what takes the place of something, moves or deletes is done on a full floor too', () => {
  const full = floorOf(3_000, 10)
  const move = (hands: Hands) => hands.set('obj_1', { at: { x: 5, y: 5 } })
  const remove = (hands: Hands) => hands.set('obj_1', { goneBy: mara })
  const restore = (hands: Hands) => hands.set('obj_gone-1', { goneBy: null })
  expect(hasRoomFor(full, 1_000_000, move)).toBe(true)
  expect(hasRoomFor(full, 1_000_000, remove)).toBe(true)
  expect(hasRoomFor(full, 0, restore)).toBe(false)
  const swap = (hands: Hands) => {
    remove(hands)
    restore(hands)
  }
  expect(hasRoomFor(full, 0, swap)).toBe(true)
})
