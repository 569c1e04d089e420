/** One thing as it is drawn on the sheet, with the strokes of the published plan, in the colours of the page. Around its own centre, in centimetres. */
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type {
  DraftObject,
  DraftObjectKind,
  DraftObjectOf,
} from '../../../floorplans/document/draft/draft.ts'
import type { TurnedBox, Wall } from '../../../floorplans/document/floor-plan.ts'
import {
  doorSwing,
  fromBox,
  type WallReach,
  wallBox,
  wallPieces,
} from '../../../floorplans/document/geometry.ts'
import { chairOf, topOf } from '../../../floorplans/scene/paint-place.ts'
import { areaPaths, fixturePaths, type InkedPath } from './svg-pen.ts'
import { wallOf } from './wall-joints.ts'

export function DrawnObject(props: {
  readonly object: DraftObject
  /** Of a place: what it is called. */
  readonly name: string
  /** Of a wall that meets others: how far it reaches there. */
  readonly reach: WallReach | undefined
}): JSX.Element {
  const of = <Kind extends DraftObjectKind>(kind: Kind) =>
    props.object.kind === kind ? (props.object as DraftObjectOf<Kind>) : undefined // just compared
  return (
    <Switch>
      <Match when={of('area')}>
        {(area) => (
          <g transform={`translate(${area().at.x} ${area().at.y})`}>
            <Inked paths={areaPaths(area().surface, area().size)} />
          </g>
        )}
      </Match>
      <Match when={of('wall')}>
        {(wall) => <DrawnWall wall={wallOf(wall())} reach={props.reach} />}
      </Match>
      <Match when={of('fixture')}>{(fixture) => <DrawnFixture fixture={fixture()} />}</Match>
      <Match when={of('place')}>
        {(place) => <DrawnPlace place={place()} name={props.name} />}
      </Match>
      <Match when={of('zone')}>
        {(zone) => (
          <text class="drawn-zone" x={zone().at.x} y={zone().at.y}>
            {zone().name}
          </text>
        )}
      </Match>
      <Match when={of('label')}>
        {(label) => (
          <text class="drawn-label" data-size={label().textSize} transform={turned(label())}>
            {label().text}
          </text>
        )}
      </Match>
    </Switch>
  )
}

function turned(object: { at: { x: number; y: number }; rotation: number }): string {
  return `translate(${object.at.x} ${object.at.y}) rotate(${object.rotation})`
}

/** Its pieces, the leaf and the arc of each door, the pane of each window, and a broad line to be met by. */
function DrawnWall(props: {
  readonly wall: Wall
  readonly reach: WallReach | undefined
}): JSX.Element {
  const doors = () => props.wall.openings.filter(({ kind }) => kind === 'door')
  const windows = () => props.wall.openings.filter(({ kind }) => kind === 'window')
  return (
    <>
      <line
        class="drawn-reach"
        x1={props.wall.from.x}
        y1={props.wall.from.y}
        x2={props.wall.to.x}
        y2={props.wall.to.y}
        stroke-width={Math.max(30, props.wall.thickness)}
      />
      <For each={wallPieces(props.wall, props.reach)}>
        {(piece) => <Box box={piece} class="drawn-wall" material={props.wall.material} />}
      </For>
      <For each={windows()}>
        {({ at, width }) => <Pane box={wallBox(props.wall, at, at + width)} />}
      </For>
      <For each={doors()}>
        {(door) => {
          if (door.kind !== 'door') return null
          const { hinge, open, jamb } = doorSwing(props.wall, door)
          const cross =
            (open.x - hinge.x) * (jamb.y - hinge.y) - (open.y - hinge.y) * (jamb.x - hinge.x)
          const arc = `A${door.width} ${door.width} 0 0 ${cross > 0 ? 1 : 0} ${jamb.x} ${jamb.y}`
          return (
            <>
              <path class="drawn-swing" d={`M${open.x} ${open.y}${arc}`} />
              <path class="drawn-leaf" d={`M${hinge.x} ${hinge.y}L${open.x} ${open.y}`} />
            </>
          )
        }}
      </For>
    </>
  )
}

/** The wall's two faces run on thinly, the pane between them. */
function Pane(props: { readonly box: TurnedBox }): JSX.Element {
  const half = () => props.box.width / 2
  return (
    <>
      <Box box={props.box} class="drawn-pane" />
      <path
        class="drawn-pane"
        d={`M${-half()} 0H${half()}`}
        transform={`translate(${props.box.x} ${props.box.y}) rotate(${props.box.rotation})`}
      />
    </>
  )
}

function Box(props: {
  readonly box: TurnedBox
  readonly class: string
  readonly material?: Wall['material']
}): JSX.Element {
  return (
    <rect
      class={props.class}
      data-material={props.material}
      x={-props.box.width / 2}
      y={-props.box.height / 2}
      width={props.box.width}
      height={props.box.height}
      transform={`translate(${props.box.x} ${props.box.y}) rotate(${props.box.rotation})`}
    />
  )
}

function DrawnFixture(props: { readonly fixture: DraftObjectOf<'fixture'> }): JSX.Element {
  return (
    <g transform={turned(props.fixture)} data-fixture={props.fixture.fixture}>
      <rect
        class="drawn-reach-box"
        x={-props.fixture.size.width / 2}
        y={-props.fixture.size.height / 2}
        width={props.fixture.size.width}
        height={props.fixture.size.height}
      />
      <Inked paths={fixturePaths(props.fixture.fixture, props.fixture.size)} />
    </g>
  )
}

function Inked(props: { readonly paths: readonly InkedPath[] }): JSX.Element {
  return (
    <For each={props.paths}>
      {({ d, fill, stroke, width }) => (
        <path
          d={d}
          data-fill={fill ?? undefined}
          data-stroke={stroke ?? undefined}
          stroke-width={stroke === null ? undefined : width}
        />
      )}
    </For>
  )
}

/** A desk with its chair towards the lower edge, as in the viewer; a seat is a chair, a room a floor whose name stands above all that is in it. */
function DrawnPlace(props: {
  readonly place: DraftObjectOf<'place'>
  readonly name: string
}): JSX.Element {
  const size = () => props.place.size
  const isRoom = () => props.place.shape === 'room'
  const top = () => topOf({ ...props.place, ...size() })
  /** On the desk itself, wherever it is turned; upright all the same. */
  const nameAt = () =>
    isRoom()
      ? props.place.at
      : fromBox(
          { ...props.place.at, ...size(), rotation: props.place.rotation },
          { x: 0, y: top().y },
        )
  return (
    <>
      <g transform={turned(props.place)} class="drawn-place" data-shape={props.place.shape}>
        <rect
          class={isRoom() ? undefined : 'drawn-reach-box'}
          x={-size().width / 2}
          y={-size().height / 2}
          width={size().width}
          height={size().height}
        />
        <Show when={!isRoom()}>
          <rect
            class="drawn-top"
            x={-top().width / 2}
            y={top().y - top().height / 2}
            width={top().width}
            height={top().height}
            rx={top().radius}
          />
          <For each={chairOf({ ...props.place, ...size() })}>
            {({ y, width, height, radius }) => (
              <rect
                class="drawn-chair"
                x={-width / 2}
                y={y - height / 2}
                width={width}
                height={height}
                rx={radius}
              />
            )}
          </For>
        </Show>
      </g>
      <Show when={!isRoom()}>
        <text class="drawn-name" x={nameAt().x} y={nameAt().y}>
          {shortened(props.name)}
        </text>
      </Show>
    </>
  )
}

/** "Desk 14" is "14" on its desk, which says what it is by its shape. */
function shortened(name: string): string {
  return /\d+$/.exec(name)?.[0] ?? name
}
