import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from './frame.ts'
import { type Grouping, noGroup, openGroup, takeFrame } from './group.ts'
import { parseDown } from './parse-down.ts'

function frame(channel: number): Frame {
  return { channel, body: Uint8Array.of(channel) }
}

/** Feeds announcements and frames, gives the channels of each transaction. */
function transactions(events: readonly ({ group: number } | { frame: number })[]): number[][] {
  let grouping: Grouping = noGroup
  const done: number[][] = []
  for (const event of events) {
    const step =
      'group' in event ? openGroup(grouping, event.group) : takeFrame(grouping, frame(event.frame))
    grouping = step.group
    if (step.ready.length > 0) done.push(step.ready.map(({ channel }) => channel))
  }
  return done
}

test('[WIRE-30] a frame outside a group stands alone', () => {
  expect(transactions([{ frame: 2 }, { frame: 3 }])).toEqual([[2], [3]])
})

test('[WIRE-30] the frames of a group are one transaction, in their order', () => {
  const events = [{ group: 3 }, { frame: 2 }, { frame: 5 }, { frame: 3 }, { frame: 4 }]
  expect(transactions(events)).toEqual([[2, 5, 3], [4]])
})

test('[WIRE-31] a group cut short by the next is given up, and its rows stand', () => {
  const events = [{ group: 3 }, { frame: 2 }, { group: 1 }, { frame: 9 }]
  expect(transactions(events)).toEqual([[2], [9]])
})

test('[WIRE-30] whatever is announced, no frame is lost, repeated or out of order', () => {
  const anyEvent = fc.oneof(
    fc.record({ group: fc.nat(4) }),
    fc.record({ frame: fc.integer({ min: 1, max: 60 }) }),
  )
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      // A last announcement gives up whatever is still open.
      const given = transactions([...events, { group: 0 }]).flat()
      expect(given).toEqual(events.flatMap((event) => ('frame' in event ? [event.frame] : [])))
    }),
  )
})

test('[WIRE-32] a group of more frames than any settlement makes is ignored', () => {
  expect(parseDown('{"type":"group","frames":1000,"at":1}')).not.toBeNull()
  expect(parseDown('{"type":"group","frames":1001,"at":1}')).toBeNull()
})
