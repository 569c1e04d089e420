/** Seven days of every place: how full each is, and who is there, one tap from the day itself. */
import { createEffect, createMemo, For, type JSX, Show } from 'solid-js'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import { addDays, type LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { createDayLists } from '../../store/day-list.ts'
import { tellSync } from '../../sync/sync-lock.ts'
import { words } from '../../ui/team-words.ts'
import { type CalendarRow, calendarDay, type Minutes } from './calendar-model.ts'
import { createScroll } from './scroll.ts'

export function WeekCalendar(props: {
  readonly space: Space
  readonly monday: LocalDate
  readonly kind: ResourceKind | null
  /** Whether names of a day are on this device; none of the others is shown as if it were free. */
  readonly isKnown: (date: LocalDate) => boolean
  readonly onDay: (date: LocalDate) => void
}): JSX.Element {
  const site = () => props.space.catalogue.site.id
  const dates = createMemo(() => Array.from({ length: 7 }, (_, day) => addDays(props.monday, day)))
  const lists = createDayLists(site, dates)
  createEffect(() => {
    for (const date of dates()) tellSync({ kind: 'follow', name: `desk/${site()}/${date}` })
  })
  const days = createMemo(() =>
    dates().map((date) =>
      calendarDay(
        props.space.catalogue,
        date,
        lists()?.find((row) => row.date === date)?.arrivals ?? [],
        props.kind,
      ),
    ),
  )
  const scroller = createScroll(() => props.monday, 'th[aria-current="date"]')
  return (
    <div class="calendar" data-view="week" ref={scroller}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.calendar.places}</th>
            <For each={days()}>
              {({ date }) => (
                <th scope="col" aria-current={date === props.space.today ? 'date' : undefined}>
                  <button type="button" class="link" onClick={() => props.onDay(date)}>
                    {words.amounts.shortDate(date)}
                  </button>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={days()[0]?.rows.map(({ resource }) => resource)}>
            {(resource, index) => (
              <tr>
                <th scope="row">{resource.name}</th>
                <For each={days()}>
                  {(day) => (
                    <Show when={props.isKnown(day.date)} fallback={<UnknownCell />}>
                      <WeekCell row={day.rows[index()]} hours={day.hours} />
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function UnknownCell(): JSX.Element {
  return (
    <td class="soft" title={words.calendar.notHere}>
      <span class="visually-hidden">{words.calendar.notHere}</span>
      <span aria-hidden="true">–</span>
    </td>
  )
}

/** Bars where something is booked; names with their times for who cannot see them, and on the tip of the pointer. */
function WeekCell(props: {
  readonly row: CalendarRow | undefined
  readonly hours: Minutes
}): JSX.Element {
  const place = ({ from, until }: Minutes): JSX.CSSProperties => {
    const { from: first, until: last } = props.hours
    const at = (minute: number) =>
      Math.min(100, Math.max(0, ((minute - first) / (last - first)) * 100))
    return { 'inset-inline-start': `${at(from)}%`, 'inline-size': `${at(until) - at(from)}%` }
  }
  const said = () =>
    (props.row?.bookings ?? [])
      .map(
        ({ arrival, from, until }) =>
          `${words.amounts.timeRange(from, until)} ${arrival.memberName}`,
      )
      .join(', ')
  return (
    <td title={said()}>
      <span class="visually-hidden">{said()}</span>
      <span class="week-line" aria-hidden="true">
        <For each={props.row?.closed}>
          {(block) => <i data-kind="closed" style={place(block)} />}
        </For>
        <For each={props.row?.bookings}>
          {(block) => <i data-kind="booking" style={place(block)} />}
        </For>
      </span>
    </td>
  )
}
