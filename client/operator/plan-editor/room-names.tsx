/** What rooms are called, above the furniture that stands in them. */
import { For, type JSX, Show } from 'solid-js'
import type { DraftObject, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'

export function RoomNames(props: {
  readonly ids: readonly DraftObjectId[]
  readonly objectOf: (id: DraftObjectId) => DraftObject | undefined
  readonly nameOf: (object: DraftObject) => string
  /** Pixels per centimetre. */
  readonly scale: number
}): JSX.Element {
  const roomOf = (id: DraftObjectId) => {
    const object = props.objectOf(id)
    if (object === undefined || !isRoom(object)) return undefined
    return fits(props.nameOf(object), object.size.width * props.scale) ? object : undefined
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

/** A name is about so wide, in pixels; from afar a booth has no room for it. */
function fits(name: string, widthPx: number): boolean {
  return name.length * NAME_PX * LETTER <= widthPx * TIGHT
}

const NAME_PX = 12
/** A letter's width on average, in the size it is set in. */
const LETTER = 0.52
/** A name a little wider than its room is still read as its name. */
const TIGHT = 1.05

function isRoom(object: DraftObject): object is Extract<DraftObject, { kind: 'place' }> {
  return object.kind === 'place' && object.shape === 'room'
}
