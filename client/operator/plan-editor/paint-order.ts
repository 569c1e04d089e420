/** In which order things are painted, as in the published plan: grounds, the picture on them, the floors of rooms, then everything else. */
import type { DraftObject } from '../../../floorplans/document/draft/draft.ts'
import type { Objects } from '../../../floorplans/editor/arrange.ts'

export function inPaintOrder(objects: Objects): Objects {
  return [...objects].sort(([, one], [, other]) => levelOf(one) - levelOf(other))
}

function levelOf(object: DraftObject): number {
  switch (object.kind) {
    case 'area':
      return 0
    case 'background':
      return 1
    case 'place':
      return object.shape === 'room' ? 2 : 3
    case 'zone':
    case 'wall':
    case 'fixture':
    case 'label':
      return 3
  }
}
