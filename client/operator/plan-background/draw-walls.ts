import type { Size } from '../../../floorplans/document/draft/draft.ts'
import { parseFloorSize } from '../../../floorplans/document/draft/parse-draft.ts'
import type { Line } from '../../../floorplans/editor/svg/path-lines.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { makeObject } from '../plan-editor/new-object.ts'

/** Lines become walls in one step, on a floor of that size while nothing else is drawn. False where there is no room for them. */
export function drawWalls(editor: Editor, lines: readonly Line[], size: Size): boolean {
  const order = editor.nextOrder()
  const walls = lines.map(({ from, to }, index) =>
    makeObject({
      ...{ tool: 'wall', at: from, to, size: null, order: order + index },
      ...{ zoneName: '', nextName: (prefix) => prefix },
    }),
  )
  const isAlone = editor.objects().every(([, { kind }]) => kind === 'background')
  const floor = parseFloorSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) })
  const isDone = editor.change((hands) => {
    if (isAlone && floor !== null) hands.setSize(floor)
    for (const { id, object } of walls) hands.add(id, object)
  })
  if (isDone) editor.select(walls.map(({ id }) => id))
  return isDone
}
