/** What is selected, in fields: one thing with all it has, several with what can be done to them together. */
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import {
  BACKGROUND_ID,
  type DraftObject,
  type DraftObjectOf,
  type Size,
} from '../../../floorplans/document/draft/draft.ts'
import type { Properties as Change } from '../../../floorplans/document/draft/draft-document.ts'
import { fixtureKinds, surfaces } from '../../../floorplans/document/floor-plan.ts'
import { edges } from '../../../floorplans/editor/arrange.ts'
import { withSide } from '../../../floorplans/editor/background.ts'
import { inCircle } from '../../../floorplans/editor/object-box.ts'
import { words } from '../../ui/team-words.ts'
import { BackgroundFields } from '../plan-background/background-fields.tsx'
import { CheckField, SelectField } from '../settings/fields.tsx'
import type { Editor } from './editor.ts'
import { keepFocus } from './editor-focus.ts'
import { NumberInput, TextInput } from './inputs.tsx'
import type { OneProps } from './one-object.ts'
import { PlaceFields } from './place-fields.tsx'
import { WallFields } from './wall-fields.tsx'

export function Properties(props: { readonly editor: Editor }): JSX.Element {
  const count = () => props.editor.selected().length
  const only = () => {
    const [first, ...more] = props.editor.selected()
    return more.length === 0 ? first : undefined
  }
  return (
    <section class="editor-selected stack" aria-labelledby="editor-selected">
      <h2 id="editor-selected">{words.drawing.selected(count())}</h2>
      <Show when={only()} fallback={<Several editor={props.editor} />}>
        {(one) => <OneObject editor={props.editor} id={one()[0]} object={one()[1]} />}
      </Show>
      <Show when={count() > 0}>
        <Acts editor={props.editor} />
      </Show>
    </section>
  )
}

function OneObject(props: OneProps): JSX.Element {
  const set = (change: Change) => props.editor.set(props.id, change)
  const of = <Kind extends DraftObject['kind']>(kind: Kind) =>
    props.object.kind === kind ? (props.object as DraftObjectOf<Kind>) : undefined // just compared
  return (
    <div class="field-grid">
      <Switch>
        <Match when={of('place')}>
          {(place) => (
            <>
              <PlaceFields {...props} object={place()} />
              <WallsAround {...props} object={place()} />
            </>
          )}
        </Match>
        <Match when={of('zone')}>
          {(zone) => (
            <TextInput
              label={words.drawing.zoneNamed}
              value={zone().name}
              onSet={(name) => set({ name })}
            />
          )}
        </Match>
        <Match when={of('label')}>{(label) => <LabelFields {...props} object={label()} />}</Match>
        <Match when={of('fixture')}>
          {(fixture) => (
            <SelectField
              label={words.drawing.furniture}
              value={fixture().fixture}
              options={fixtureKinds.map((value) => ({
                value,
                label: words.drawing.fixtures[value],
              }))}
              problem={null}
              onChange={(chosen) => set({ fixture: chosen })}
            />
          )}
        </Match>
        <Match when={of('area')}>
          {(area) => (
            <SelectField
              label={words.drawing.surface}
              value={area().surface}
              options={surfaces.map((value) => ({ value, label: words.drawing.surfaces[value] }))}
              problem={null}
              onChange={(surface) => set({ surface })}
            />
          )}
        </Match>
        <Match when={of('background')}>
          {(background) => <BackgroundFields {...props} object={background()} />}
        </Match>
        <Match when={of('wall')}>{(wall) => <WallFields {...props} object={wall()} />}</Match>
      </Switch>
      <Where {...props} />
    </div>
  )
}

/** A room is a floor; what stands around it is drawn with one press, where nothing does yet. */
function WallsAround(props: OneProps<DraftObjectOf<'place'>>): JSX.Element {
  return (
    <Show when={props.object.shape === 'room' && props.editor.mayWall(props.id)}>
      <div class="row">
        <button
          type="button"
          class="chip"
          onClick={() => keepFocus(() => props.editor.wallsAround(props.id))}
        >
          {words.drawing.wallsAround}
        </button>
      </div>
    </Show>
  )
}

function LabelFields(props: OneProps<DraftObjectOf<'label'>>): JSX.Element {
  const set = (change: Change) => props.editor.set(props.id, change)
  return (
    <>
      <TextInput
        label={words.drawing.text}
        value={props.object.text}
        onSet={(text) => set({ text })}
      />
      <SelectField
        label={words.drawing.textSize}
        value={props.object.textSize}
        options={(['small', 'large'] as const).map((value) => ({
          value,
          label: words.drawing.textSizes[value],
        }))}
        problem={null}
        onChange={(textSize) => set({ textSize })}
      />
    </>
  )
}

/** Where it is, how large and how turned, as far as it has that. */
function Where(props: OneProps): JSX.Element {
  const set = (change: Change) => props.editor.set(props.id, change)
  const at = () => ('at' in props.object ? props.object.at : undefined)
  const size = () => ('size' in props.object ? props.object.size : undefined)
  const rotation = () => ('rotation' in props.object ? props.object.rotation : undefined)
  const sides = (side: keyof Size, length: number) => {
    const before = size() ?? { width: length, height: length }
    return props.object.kind === 'background'
      ? withSide(before, side, length)
      : { ...before, [side]: length }
  }
  return (
    <>
      <Show when={at()}>
        {(point) => (
          <>
            <NumberInput
              label={words.drawing.left}
              value={point().x}
              onSet={(x) => set({ at: { ...point(), x } })}
            />
            <NumberInput
              label={words.drawing.top}
              value={point().y}
              onSet={(y) => set({ at: { ...point(), y } })}
            />
          </>
        )}
      </Show>
      <Show when={size()}>
        {(box) => (
          <>
            <NumberInput
              label={words.drawing.width}
              value={box().width}
              onSet={(width) => set({ size: sides('width', width) })}
            />
            <NumberInput
              label={words.drawing.height}
              value={box().height}
              onSet={(height) => set({ size: sides('height', height) })}
            />
          </>
        )}
      </Show>
      <Show when={rotation() !== undefined}>
        <NumberInput
          label={words.drawing.rotation}
          value={rotation() ?? 0}
          onSet={(degrees) => set({ rotation: inCircle(degrees) })}
        />
      </Show>
    </>
  )
}

function Several(props: { readonly editor: Editor }): JSX.Element {
  return (
    <Show
      when={props.editor.selected().length > 1}
      fallback={<p class="soft">{words.drawing.selectNone}</p>}
    >
      <fieldset>
        <legend>{words.drawing.line}</legend>
        <div class="row">
          <For each={edges}>
            {(edge) => (
              <button type="button" class="chip" onClick={() => props.editor.align(edge)}>
                {words.drawing.edges[edge]}
              </button>
            )}
          </For>
          <For each={['x', 'y'] as const}>
            {(axis) => (
              <button type="button" class="chip" onClick={() => props.editor.distribute(axis)}>
                {words.drawing.distribute[axis]}
              </button>
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}

const QUARTER = 90

interface Act {
  readonly label: string
  readonly run: () => void
  /** Where it means nothing. */
  readonly isOff?: () => boolean
}

function Acts(props: { readonly editor: Editor }): JSX.Element {
  const isBackground = () => props.editor.selection().has(BACKGROUND_ID)
  const acts: readonly Act[] = [
    { label: words.drawing.turnLeft, run: () => props.editor.turn(-QUARTER) },
    { label: words.drawing.turnRight, run: () => props.editor.turn(QUARTER) },
    { label: words.drawing.duplicate, run: () => props.editor.duplicate(), isOff: isBackground },
    { label: words.drawing.remove, run: () => keepFocus(props.editor.remove) },
  ]
  const isLocked = () => props.editor.selected().every(([, object]) => object.isLocked)
  return (
    <>
      <div class="row">
        <For each={acts}>
          {({ label, run, isOff }) => (
            <button
              type="button"
              class="button"
              data-kind="soft"
              disabled={isLocked() || isOff?.()}
              onClick={run}
            >
              {label}
            </button>
          )}
        </For>
      </div>
      <CheckField
        label={words.drawing.locked}
        isOn={isLocked()}
        onChange={(locked) => props.editor.lock(locked)}
      />
    </>
  )
}
