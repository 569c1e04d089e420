/** One place: its name, what is closed, what is booked, and what is being moved here. */
import { For, type JSX, Show } from 'solid-js'
import type { BookingState } from '../../../domain/bookings/booking.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/team-words.ts'
import type {
  BookingBlock,
  CalendarRow,
  ClosedBlock,
  Minutes,
  nextBlock,
} from './calendar-model.ts'
import type { Draft } from './draft.ts'
import { type DragPlace, type DragStart, placeAfter, SLACK_PX, startDrag } from './drag.ts'
import { stateWord } from './state-word.ts'

type Arrow = Parameters<typeof nextBlock>[2]

export interface CalendarRowProps {
  readonly row: CalendarRow
  readonly hours: Minutes
  /** What is being moved or picked, here or in another row. */
  readonly draft: Draft | null
  readonly isRefused: boolean
  /** How far along the hours it is now, 0 to 1; null on another day. */
  readonly now: number | null
  /** The one block that Tab leads to. */
  readonly stop: string | undefined
  readonly onPlace: (block: BookingBlock | null, place: DragPlace) => void
  readonly onOpen: (block: BookingBlock) => void
  readonly onFocus: (block: BookingBlock) => void
  readonly onArrow: (block: BookingBlock, arrow: Arrow) => void
  readonly resourceOf: (id: string | undefined) => Resource | null
  readonly neighbour: (resource: Resource, by: 1 | -1) => Resource
}

const arrows: Readonly<Record<string, Arrow>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export function CalendarRowView(props: CalendarRowProps): JSX.Element {
  let line: HTMLDivElement | undefined
  const resource = () => props.row.resource
  const length = () => props.hours.until - props.hours.from
  const style = ({ from, until }: Minutes, lane = 0): JSX.CSSProperties => ({
    'inset-inline-start': `${((from - props.hours.from) / length()) * 100}%`,
    'inline-size': `${((until - from) / length()) * 100}%`,
    'inset-block-start': `calc(${lane} * var(--lane))`,
  })
  const minutesPerPx = () => length() / (line?.clientWidth ?? 1)

  function drag(event: PointerEvent, start: DragStart, block: BookingBlock | null): void {
    startDrag(event, start, {
      minutesPerPx: minutesPerPx(),
      resourceAt: (x, y) => {
        const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-resource]')
        return props.resourceOf(row?.dataset['resource'])
      },
      onPlace: (place) => props.onPlace(block, place),
      onEnd: (wasDragged) => {
        if (!wasDragged && block === null) props.onPlace(null, start)
      },
    })
  }

  /** An hour of free time from where the line was pressed. */
  function pick(event: PointerEvent): void {
    if (event.target !== event.currentTarget || line === undefined) return
    const { left } = line.getBoundingClientRect()
    const step = resource().rules.incrementMinutes
    const minute = props.hours.from + (event.clientX - left) * minutesPerPx()
    const from = Math.floor(minute / step) * step
    const until = Math.min(1440, from + Math.max(60, resource().rules.minMinutes))
    drag(event, { resource: resource(), from, until, how: 'pick' }, null)
  }

  function addHere(): void {
    const { from } = props.hours
    const until = from + Math.max(60, resource().rules.minMinutes)
    props.onPlace(null, { resource: resource(), from, until })
  }

  return (
    <section
      class="calendar-row"
      aria-label={words.calendar.bookings(resource().name)}
      style={{ '--lanes': props.row.lanes }}
    >
      <button
        type="button"
        class="calendar-name"
        aria-label={words.calendar.openPlace(resource().name)}
        onClick={addHere}
      >
        {resource().name}
      </button>
      <div class="calendar-line" ref={line} data-resource={resource().id} onPointerDown={pick}>
        <For each={props.row.closed}>
          {(block) => <Closed block={block} style={style(block)} />}
        </For>
        <KeyedFor each={props.row.bookings} by={({ id }) => id}>
          {(block) => (
            <Block
              {...props}
              block={block()}
              style={style(block(), block().lane)}
              onDrag={(event, how) => {
                const { from, until } = block()
                drag(event, { resource: resource(), how, from, until }, block())
              }}
            />
          )}
        </KeyedFor>
        <Show when={props.draft?.resource.id === resource().id && props.draft}>
          {(draft) => (
            <span
              class="calendar-draft"
              data-refused={props.isRefused}
              style={style(draft())}
              aria-hidden="true"
            />
          )}
        </Show>
        <Show when={props.now !== null}>
          <i class="calendar-now" style={{ 'inset-inline-start': `${(props.now ?? 0) * 100}%` }} />
        </Show>
      </div>
    </section>
  )
}

function Closed(props: {
  readonly block: ClosedBlock
  readonly style: JSX.CSSProperties
}): JSX.Element {
  const isNamed = () => props.block.by === 'event' || props.block.by === 'linked'
  return (
    <span
      class="calendar-closed"
      data-kind={props.block.by}
      style={props.style}
      title={props.block.name}
    >
      <span class={isNamed() ? undefined : 'visually-hidden'}>{props.block.name}</span>
    </span>
  )
}

function Block(
  props: CalendarRowProps & {
    readonly block: BookingBlock
    readonly style: JSX.CSSProperties
    readonly onDrag: (event: PointerEvent, how: 'move' | 'resize') => void
  },
): JSX.Element {
  const arrival = () => props.block.arrival
  let pressed: { readonly x: number; readonly y: number } | null = null
  const label = () =>
    words.calendar.blockLabel(
      arrival().memberName,
      props.row.resource.name,
      props.block.from,
      props.block.until,
      stateWord(arrival()),
    )
  /** By key a booking moves as it does by hand, a step at a time, and is sent by the same button. */
  function moveByKey(arrow: Arrow, isResizing: boolean): void {
    const isMoving = props.draft?.arrival?.bookingId === arrival().bookingId
    const { from, until, resource } = (isMoving && props.draft) || {
      ...props.block,
      resource: props.row.resource,
    }
    const step = resource.rules.incrementMinutes
    const sideways = arrow === 'left' ? -step : arrow === 'right' ? step : 0
    const by = arrow === 'up' ? -1 : 1
    const to = sideways === 0 ? props.neighbour(resource, by) : resource
    const how = isResizing ? 'resize' : 'move'
    props.onPlace(props.block, placeAfter({ resource, how, from, until }, to, sideways))
  }
  function onKeyDown(event: KeyboardEvent): void {
    const arrow = arrows[event.key]
    if (arrow === undefined) return
    event.preventDefault()
    if (event.altKey) moveByKey(arrow, event.shiftKey)
    else props.onArrow(props.block, arrow)
  }
  return (
    <button
      type="button"
      id={props.block.id}
      class="calendar-block"
      data-state={arrival().state}
      style={props.style}
      aria-label={label()}
      title={label()}
      tabindex={props.stop === props.block.id ? 0 : -1}
      onFocus={() => props.onFocus(props.block)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        pressed = { x: event.clientX, y: event.clientY }
        props.onDrag(event, 'move')
      }}
      onClick={(event) => {
        // A drag ends with a click too; a key has no place.
        const isDrag = event.detail > 0 && pressed !== null && isFar(pressed, event)
        if (!isDrag) props.onOpen(props.block)
      }}
    >
      <span>
        {arrival().memberName}
        <Show when={!isPlain(arrival().state)}> · {stateWord(arrival())}</Show>
      </span>
      <i
        class="calendar-edge"
        onPointerDown={(event) => {
          event.stopPropagation()
          props.onDrag(event, 'resize')
        }}
      />
    </button>
  )
}

/** Booked, and once its day is over there is nothing more to say of it. */
function isPlain(state: BookingState): boolean {
  return state === 'confirmed' || state === 'completed'
}

function isFar(pressed: { readonly x: number; readonly y: number }, event: MouseEvent): boolean {
  return Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLACK_PX
}
