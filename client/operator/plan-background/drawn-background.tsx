/** The picture below the floor on the sheet, or the place it will take. */
import { createEffect, createSignal, type JSX, on, Show } from 'solid-js'
import { photoPath } from '../../../domain/sites/photo.ts'
import type { DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'

export function DrawnBackground(props: {
  readonly editor: Editor
  readonly object: DraftObjectOf<'background'>
}): JSX.Element {
  const [isMissing, setIsMissing] = createSignal(false)
  const address = () => {
    const { picture } = props.object
    if (picture === null) return props.editor.background.waitingUrl() ?? undefined
    return photoPath(props.editor.catalogue().site.id, picture)
  }
  // Another picture, or a connection that is back: it is worth another try.
  createEffect(
    on([address, () => props.editor.standing().isOnline], () => setIsMissing(false), {
      defer: true,
    }),
  )
  const shown = () => (isMissing() ? undefined : address())
  const why = () =>
    props.object.picture === null
      ? words.drawing.background.elsewhere
      : words.drawing.background.unseen
  const { width, height } = {
    width: () => props.object.size.width,
    height: () => props.object.size.height,
  }
  return (
    <Show when={props.object.shownTo !== 'nobody'}>
      <g
        class="drawn-background"
        data-locked={props.object.isLocked ? '' : undefined}
        transform={`translate(${props.object.at.x} ${props.object.at.y}) rotate(${props.object.rotation})`}
      >
        <Show
          when={shown()}
          fallback={
            <>
              <rect x={-width() / 2} y={-height() / 2} width={width()} height={height()} />
              <text>{why()}</text>
            </>
          }
        >
          {(href) => (
            <image
              href={href()}
              x={-width() / 2}
              y={-height() / 2}
              width={width()}
              height={height()}
              opacity={props.editor.background.opacity() / 100}
              preserveAspectRatio="none"
              onError={() => setIsMissing(true)}
            />
          )}
        </Show>
      </g>
    </Show>
  )
}
