/** The doors and windows of one wall. */
import { For, type JSX } from 'solid-js'
import type { DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import type { Opening } from '../../../floorplans/document/floor-plan.ts'
import { words } from '../../ui/team-words.ts'
import { NumberInput } from './inputs.tsx'

const DOOR_CM = 90
const WINDOW_CM = 150

export function WallOpenings(props: {
  readonly wall: DraftObjectOf<'wall'>
  readonly onSet: (openings: readonly Opening[]) => boolean
}): JSX.Element {
  const all = () => props.wall.openings
  const length = () => {
    const { from, to } = props.wall.line
    return Math.hypot(to.x - from.x, to.y - from.y)
  }
  const middle = (width: number) => Math.max(0, Math.round((length() - width) / 2))
  const door = (): Opening => ({
    ...{ kind: 'door', at: middle(DOOR_CM), width: DOOR_CM, hinge: 'start', swing: 'right' },
  })
  const window = (): Opening => ({ kind: 'window', at: middle(WINDOW_CM), width: WINDOW_CM })
  const change = (index: number, more: { readonly at: number } | { readonly width: number }) =>
    props.onSet(all().map((one, place) => (place === index ? { ...one, ...more } : one)))
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.drawing.doors}</legend>
      <For each={all()}>
        {(opening, index) => (
          <div class="field-grid">
            <NumberInput
              label={words.drawing.left}
              value={opening.at}
              onSet={(at) => at >= 0 && change(index(), { at })}
            />
            <NumberInput
              label={words.drawing.width}
              value={opening.width}
              onSet={(width) => change(index(), { width })}
            />
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => props.onSet(all().filter((_, place) => place !== index()))}
            >
              {words.drawing.removeOpening(words.drawing.opening[opening.kind])}
            </button>
          </div>
        )}
      </For>
      <div class="strip">
        <button type="button" class="chip" onClick={() => props.onSet([...all(), door()])}>
          {words.drawing.addDoor}
        </button>
        <button type="button" class="chip" onClick={() => props.onSet([...all(), window()])}>
          {words.drawing.addWindow}
        </button>
      </div>
    </fieldset>
  )
}
