/** One day: a row for every place, blocks of time on it, and what is being moved or picked on top. */
import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Resource, ResourceKind } from '../../../domain/sites/resource.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { createDayList } from '../../store/day-list.ts'
import { createOccupancy, toOccupied } from '../../store/occupancy.ts'
import { tellSync } from '../../sync/sync-lock.ts'
import { words } from '../../ui/words.ts'
import { ClosureSheet } from '../closure-sheet.tsx'
import { BookingPanel } from './booking-panel.tsx'
import { type BookingBlock, calendarDay, nextBlock } from './calendar-model.ts'
import { CalendarRowView } from './calendar-row.tsx'
import { type Draft, draftRefusal } from './draft.ts'
import { DraftBar } from './draft-bar.tsx'
import type { DragPlace } from './drag.ts'

export function DayCalendar(props: {
  readonly space: Space
  readonly date: LocalDate
  readonly kind: ResourceKind | null
}): JSX.Element {
  const catalogue = () => props.space.catalogue
  const list = createDayList(
    () => catalogue().site.id,
    () => props.date,
  )
  createEffect(() =>
    tellSync({ kind: 'follow', name: `desk/${catalogue().site.id}/${props.date}` }),
  )
  const rows = createOccupancy(
    () => catalogue().site.id,
    () => props.date,
  )
  const day = createMemo(() =>
    calendarDay(catalogue(), props.date, list()?.arrivals ?? [], props.kind),
  )
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const [opened, setOpened] = createSignal<string | null>(null)
  const [current, setCurrent] = createSignal<string | null>(null)
  const [closing, setClosing] = createSignal<Draft | null>(null)
  createEffect(() => {
    props.date
    setDraft(null)
  })
  const blockOf = (id: string | null) =>
    day()
      .rows.flatMap(({ bookings }) => bookings)
      .find((block) => block.id === id)
  const stop = () => blockOf(current())?.id ?? day().rows.flatMap((row) => row.bookings)[0]?.id
  const refusal = createMemo(() => {
    const meant = draft()
    if (meant === null) return null
    const occupied = toOccupied(catalogue(), rows() ?? [])
    return draftRefusal(meant, { catalogue: catalogue(), occupied, now: props.space.now })
  })

  function place(block: BookingBlock | null, at: DragPlace): void {
    setDraft({ ...at, arrival: block?.arrival ?? null, date: props.date })
  }
  function go(block: BookingBlock, arrow: Parameters<typeof nextBlock>[2]): void {
    const next = nextBlock(day().rows, block.id, arrow)
    if (next === null) return
    setCurrent(next.id)
    document.getElementById(next.id)?.focus()
  }
  const neighbour = (resource: Resource, by: 1 | -1) => {
    const at = day().rows.findIndex((row) => row.resource.id === resource.id)
    return day().rows[at + by]?.resource ?? resource
  }
  const hourMarks = () => {
    const { from, until } = day().hours
    return Array.from({ length: (until - from) / 60 }, (_, index) => from + index * 60)
  }
  const nowAt = () => {
    const wall = toWallTime(catalogue().zone, props.space.now)
    const { from, until } = day().hours
    const isShown = wall.date === props.date && wall.minute >= from && wall.minute <= until
    return isShown ? (wall.minute - from) / (until - from) : null
  }
  return (
    <>
      <p class="visually-hidden" id="calendar-keys">
        {words.calendar.keys}
      </p>
      <section
        class="calendar"
        data-view="day"
        aria-label={words.calendar.title}
        aria-describedby="calendar-keys"
        style={{ '--hours': hourMarks().length }}
      >
        <div class="calendar-head" aria-hidden="true">
          <span />
          <div>
            <For each={hourMarks()}>{(minute) => <span>{minute / 60}</span>}</For>
          </div>
        </div>
        <For each={day().rows}>
          {(row) => (
            <CalendarRowView
              row={row}
              hours={day().hours}
              draft={draft()}
              isRefused={refusal() !== null}
              now={nowAt()}
              stop={stop()}
              onPlace={place}
              onOpen={(block) => setOpened(block.id)}
              onFocus={(block) => setCurrent(block.id)}
              onArrow={go}
              resourceOf={(id) =>
                day().rows.find(({ resource }) => resource.id === id)?.resource ?? null
              }
              neighbour={neighbour}
            />
          )}
        </For>
      </section>
      <Show when={draft()}>
        {(meant) => (
          <DraftBar
            space={props.space}
            draft={meant()}
            refusal={refusal()}
            onChange={setDraft}
            onBlockOut={() => setClosing(meant())}
            onClose={() => {
              const id = draft()?.arrival?.bookingId
              setDraft(null)
              if (id !== undefined) document.getElementById(id)?.focus()
            }}
          />
        )}
      </Show>
      <Show when={blockOf(opened())}>
        {(block) => (
          <BookingPanel
            space={props.space}
            block={block()}
            onMove={() => {
              const { arrival, from, until } = block()
              const resource = day().rows.find((row) =>
                row.bookings.some(({ id }) => id === block().id),
              )?.resource
              setOpened(null)
              if (resource !== undefined) {
                setDraft({ arrival, resource, from, until, date: props.date })
              }
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
      <Show when={closing()}>
        {(meant) => (
          <ClosureSheet
            space={props.space}
            initial={{
              name: '',
              resourceIds: [meant().resource.id],
              from: { date: props.date, minute: meant().from },
              until: { date: props.date, minute: meant().until },
            }}
            onClose={() => {
              setClosing(null)
              setDraft(null)
            }}
          />
        )}
      </Show>
    </>
  )
}
