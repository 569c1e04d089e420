/** The doors, windows and gaps of one wall. */
import { createSignal, For, Index, type JSX, Show } from 'solid-js'
import type { DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import type { Opening } from '../../../floorplans/document/floor-plan.ts'
import { distanceBetween } from '../../../floorplans/document/geometry.ts'
import { areInWall, spotInWall } from '../../../floorplans/editor/wall-work.ts'
import { words } from '../../ui/team-words.ts'
import { keepFocus } from './editor-focus.ts'
import { NumberInput } from './inputs.tsx'

const usualCm = { door: 90, window: 150, gap: 120 } as const
const addWords = {
  door: words.drawing.addDoor,
  window: words.drawing.addWindow,
  gap: words.drawing.addGap,
} as const

const turnWords = {
  hinge: words.drawing.otherHinge,
  swing: words.drawing.otherSwing,
} as const

export function WallOpenings(props: {
  readonly wall: DraftObjectOf<'wall'>
  readonly onSet: (openings: readonly Opening[]) => boolean
}): JSX.Element {
  const [isFull, setFull] = createSignal(false)
  const all = () => props.wall.openings
  const length = () => distanceBetween(props.wall.line.from, props.wall.line.to)
  const set = (openings: readonly Opening[]) => {
    setFull(false)
    return areInWall(length(), openings) && props.onSet(openings)
  }
  const change = (index: number, more: Partial<Extract<Opening, { kind: 'door' }>>) =>
    // A door keeps what only doors have.
    set(all().map((one, place) => (place === index ? ({ ...one, ...more } as Opening) : one)))
  function add(kind: Opening['kind']): void {
    const spot = spotInWall(length(), all(), usualCm[kind])
    if (spot === null) return void setFull(true)
    const made: Opening =
      kind === 'door' ? { kind, ...spot, hinge: 'start', swing: 'right' } : { kind, ...spot }
    set([...all(), made])
  }
  /** "Door 2" is the second of the doors. */
  const nameOf = ({ kind }: Opening, index: number) =>
    words.drawing.opening(
      kind,
      all()
        .slice(0, index + 1)
        .filter((one) => one.kind === kind).length,
    )
  /** A door is hung at its other side, or opens to the other one. */
  function hang(index: number, part: 'hinge' | 'swing'): void {
    const door = all()[index]
    if (door?.kind !== 'door') return
    if (part === 'hinge') change(index, { hinge: door.hinge === 'start' ? 'end' : 'start' })
    else change(index, { swing: door.swing === 'left' ? 'right' : 'left' })
  }
  const remove = (index: number) =>
    keepFocus(() => props.onSet(all().filter((_, place) => place !== index)))
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.drawing.doors}</legend>
      <Index each={all()}>
        {(opening, index) => (
          <fieldset class="stack" data-gap="small">
            <legend>{nameOf(opening(), index)}</legend>
            <div class="field-grid">
              <NumberInput
                label={words.drawing.openingAt}
                value={opening().at}
                onSet={(at) => change(index, { at })}
              />
              <NumberInput
                label={words.drawing.width}
                value={opening().width}
                onSet={(width) => change(index, { width })}
              />
            </div>
            <div class="row">
              <Show when={opening().kind === 'door'}>
                <For each={['hinge', 'swing'] as const}>
                  {(part) => (
                    <button
                      type="button"
                      class="chip"
                      aria-label={`${nameOf(opening(), index)}: ${turnWords[part]}`}
                      onClick={() => hang(index, part)}
                    >
                      {turnWords[part]}
                    </button>
                  )}
                </For>
              </Show>
              <button type="button" class="chip" onClick={() => remove(index)}>
                {words.drawing.removeOpening(nameOf(opening(), index))}
              </button>
            </div>
          </fieldset>
        )}
      </Index>
      <div class="row">
        <For each={['door', 'window', 'gap'] as const}>
          {(kind) => (
            <button type="button" class="chip" onClick={() => add(kind)}>
              {addWords[kind]}
            </button>
          )}
        </For>
      </div>
      <p role="alert" class="state" data-tone="problem">
        {isFull() ? words.drawing.noWallLeft : ''}
      </p>
    </fieldset>
  )
}
