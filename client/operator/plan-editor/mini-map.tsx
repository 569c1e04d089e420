/** The floor in small beside the sheet, while only a part of it is in sight. It comes when somebody first looks closer. */
import { createMemo, type JSX, lazy, Show, Suspense } from 'solid-js'
import { holds } from '../../../floorplans/document/geometry.ts'
import type { Editor } from './editor.ts'
import type { SheetView } from './sheet-view.ts'

const SmallFloor = lazy(async () => ({ default: (await import('./small-floor.tsx')).SmallFloor }))

/** What is less than this many centimetres outside is in sight all the same. */
const SLACK_CM = 20

export function MiniMap(props: { readonly editor: Editor; readonly view: SheetView }): JSX.Element {
  const isPart = createMemo(() => {
    const { minX, minY, maxX, maxY } = props.view.whole()
    return !holds(props.view.seen(), {
      ...{ minX: minX + SLACK_CM, minY: minY + SLACK_CM },
      ...{ maxX: maxX - SLACK_CM, maxY: maxY - SLACK_CM },
    })
  })
  return (
    <Show when={isPart()}>
      <Suspense>
        <SmallFloor {...props} />
      </Suspense>
    </Show>
  )
}
