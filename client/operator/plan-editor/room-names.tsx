/** What rooms are called, above the furniture that stands in them. */
import { For, type JSX, Show } from 'solid-js'
import type { DraftObject, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'

export function RoomNames(props: {
  readonly ids: readonly DraftObjectId[]
  readonly objectOf: (id: DraftObjectId) => DraftObject | undefined
  readonly nameOf: (object: DraftObject) => string
}): JSX.Element {
  const roomOf = (id: DraftObjectId) => {
    const object = props.objectOf(id)
    return object !== undefined && isRoom(object) ? object : undefined
  }
  return (
    <For each={props.ids}>
      {(id) => (
        <Show when={roomOf(id)}>
          {(room) => (
            <text class="drawn-name drawn-room-name" x={room().at.x} y={room().at.y}>
              {props.nameOf(room())}
            </text>
          )}
        </Show>
      )}
    </For>
  )
}

function isRoom(object: DraftObject): object is Extract<DraftObject, { kind: 'place' }> {
  return object.kind === 'place' && object.shape === 'room'
}
