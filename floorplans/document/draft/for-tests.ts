/** Small drafts for tests. */
import { toId } from '../../../domain/values/ids.ts'
import { BACKGROUND_ORDER, type Draft, type DraftObject, type DraftObjectOf } from './draft.ts'

/** A desk of 160 by 140 centimetres. */
export function deskOf(tail: string, x: number, y: number): DraftObjectOf<'place'> {
  return {
    kind: 'place',
    order: 0,
    isLocked: false,
    goneBy: null,
    at: { x, y },
    size: { width: 160, height: 140 },
    rotation: 0,
    shape: 'desk',
    resourceId: toId('resource', `res_${tail}`),
    unit: null,
  }
}

/** A picture of 8 by 6 metres, for those who draw. */
export function backgroundOf(
  more: Partial<DraftObjectOf<'background'>> = {},
): DraftObjectOf<'background'> {
  return {
    ...{ kind: 'background', order: BACKGROUND_ORDER, isLocked: false, goneBy: null },
    ...{ at: { x: 400, y: 300 }, size: { width: 800, height: 600 }, rotation: 0 },
    ...{ picture: 'a'.repeat(64), opacity: 60, shownTo: 'editors' },
    ...more,
  }
}

/** A floor of 10 by 10 metres. */
export function draftWith(objects: Readonly<Record<string, DraftObject>>): Draft {
  return {
    size: { width: 1000, height: 1000 },
    objects: new Map(Object.entries(objects)),
    resources: new Map(),
  }
}
