import { expect, test } from 'vitest'
import { toId } from '../../../domain/values/ids.ts'
import { deskOf, draftWith } from '../../../floorplans/document/draft/for-tests.ts'
import { deletionsBetween } from './deletions.ts'

const [ana, ben] = [toId('member', 'mem_ana'), toId('member', 'mem_ben')]
const desk = deskOf('a', 200, 200)
const gone = (by: typeof ana) => ({ ...desk, goneBy: by })

test('[F-09] what others delete is told by who did it, and what one deletes oneself is not', () => {
  const before = draftWith({ obj_a: desk, obj_b: desk, obj_c: desk, obj_d: gone(ben) })
  const now = draftWith({
    obj_a: gone(ben),
    obj_b: gone(ben),
    obj_c: gone(ana),
    obj_d: gone(ben),
    obj_e: gone(ben),
  })
  expect(deletionsBetween(before, now, ana)).toEqual([{ by: ben, ids: ['obj_a', 'obj_b'] }])
  expect(deletionsBetween(now, before, ana)).toEqual([])
})
