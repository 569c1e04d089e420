import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import {
  readDraft,
  setProperties,
  writeDraft,
} from '../../../floorplans/document/draft/draft-document.ts'
import { deskOf, draftWith } from '../../../floorplans/document/draft/for-tests.ts'
import { isWorn } from './wear.ts'

/** Ten kilobytes of what is not seen are little of any floor. */
const LITTLE_BYTES = 14_000
/** Moves in ten kilobytes of changes, and some. */
const ASKED_AFTER = 300

test('[SYNC-80] however people draw, what they leave is within three times the floor, or little', () => {
  fc.assert(
    fc.property(
      fc.record({
        desks: fc.integer({ min: 1, max: 200 }),
        inARow: fc.integer({ min: 1, max: 5 }),
        movesOfOneVisit: fc.integer({ min: 10, max: 2_000 }),
      }),
      ({ desks, inARow, movesOfOneVisit }) => {
        const doc = floorOf(desks)
        for (let n = 0; n % ASKED_AFTER > 0 || !isWorn(doc); n += 1) {
          if (n % movesOfOneVisit === movesOfOneVisit - 1) doc.clientID += 1
          const id = `obj_${(Math.floor(n / inARow) * 7) % desks}`
          setProperties(doc, id, n % 3 === 0 ? { rotation: n % 360 } : { at: { x: n, y: 1 } }, null)
        }
        const ours = Y.encodeStateAsUpdate(doc).byteLength
        const least = smallest(doc)
        expect(ours < 3 * least || ours - least < LITTLE_BYTES, `${ours} of ${least}`).toBe(true)
      },
    ),
    { numRuns: 10 },
  )
})

function floorOf(desks: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 4_000_000_000
  const all = Array.from({ length: desks }, (_, n) => [`obj_${n}`, deskOf(`${n}`, n, 0)])
  writeDraft(doc, draftWith(Object.fromEntries(all)), null)
  return doc
}

function smallest(doc: Y.Doc): number {
  const alone = new Y.Doc()
  writeDraft(alone, must(readDraft(doc), 'it is a floor'), null)
  return Y.encodeStateAsUpdate(alone).byteLength
}
