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

/** What can be said anew of an opening; how it is hung, of a door alone. */
type Hung = Partial<Omit<Extract<Opening, { kind: 'door' }>, 'kind'>>

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
  const change = (index: number, more: Hung) =>
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
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.drawing.doors}</legend>
      <Index each={all()}>
        {(opening, index) => (
          <OneOpening
            opening={opening()}
            name={nameOf(opening(), index)}
            onChange={(more) => change(index, more)}
            onRemove={() =>
              keepFocus(() => props.onSet(all().filter((_, place) => place !== index)))
            }
          />
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

function OneOpening(props: {
  readonly opening: Opening
  readonly name: string
  readonly onChange: (more: Hung) => boolean
  readonly onRemove: () => void
}): JSX.Element {
  /** A door is hung at its other side, or opens to the other one. */
  function hang(part: 'hinge' | 'swing'): void {
    if (props.opening.kind !== 'door') return
    const { hinge, swing } = props.opening
    if (part === 'hinge') props.onChange({ hinge: hinge === 'start' ? 'end' : 'start' })
    else props.onChange({ swing: swing === 'left' ? 'right' : 'left' })
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{props.name}</legend>
      <div class="field-grid">
        <NumberInput
          label={words.drawing.openingAt}
          value={props.opening.at}
          onSet={(at) => props.onChange({ at })}
        />
        <NumberInput
          label={words.drawing.width}
          value={props.opening.width}
          onSet={(width) => props.onChange({ width })}
        />
      </div>
      <div class="row">
        <Show when={props.opening.kind === 'door'}>
          <For each={['hinge', 'swing'] as const}>
            {(part) => (
              <button
                type="button"
                class="chip"
                aria-label={`${props.name}: ${turnWords[part]}`}
                onClick={() => hang(part)}
              >
                {turnWords[part]}
              </button>
            )}
          </For>
        </Show>
        <button type="button" class="chip" onClick={() => props.onRemove()}>
          {words.drawing.removeOpening(props.name)}
        </button>
      </div>
    </fieldset>
  )
}
