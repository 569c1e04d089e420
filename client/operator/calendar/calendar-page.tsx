/** The staff's calendar: every place by time, a day or a week of it. */
import { useSearchParams } from '@solidjs/router'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import './calendar.css'
import { type ResourceKind, resourceKinds } from '../../../domain/sites/resource.ts'
import { addDays, type LocalDate, mondayOf } from '../../../domain/values/local-date.ts'
import { NothingToBook } from '../../app/nothing-to-book.tsx'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { createAskedDay } from '../asked-day.ts'
import { DaySteps } from '../day-steps.tsx'
import { OnlyForStaff } from '../only-for.tsx'
import type { BookForSomebody } from './book-for-sheet.tsx'
import { DayCalendar } from './day-calendar.tsx'
import { WeekCalendar } from './week-calendar.tsx'

/** Names are on the device from yesterday to two weeks ahead. */
const DAYS_BACK = 1
const DAYS_AHEAD = 14

type View = 'day' | 'week'

export function CalendarPage(props: { readonly bookFor: BookForSomebody }): JSX.Element {
  return (
    <OnlyForStaff>{(space) => <Calendar space={space()} bookFor={props.bookFor} />}</OnlyForStaff>
  )
}

function Calendar(props: {
  readonly space: Space
  readonly bookFor: BookForSomebody
}): JSX.Element {
  const [date, setDate] = createAskedDay(() => props.space.today)
  const [search, change] = useSearchParams<{ view?: string }>()
  const view = (): View => (search.view === 'week' ? 'week' : 'day')
  const setView = (next: View) =>
    change({ view: next === 'day' ? undefined : next }, { replace: true })
  const [kind, setKind] = createSignal<ResourceKind | null>(null)
  const step = () => (view() === 'day' ? 1 : 7)
  const isKnown = (day: LocalDate) =>
    day >= addDays(props.space.today, -DAYS_BACK) && day <= addDays(props.space.today, DAYS_AHEAD)
  const shown = (): readonly LocalDate[] =>
    view() === 'day'
      ? [date()]
      : Array.from({ length: 7 }, (_, day) => addDays(mondayOf(date()), day))
  const title = () =>
    view() === 'day'
      ? words.amounts.longDate(date())
      : `${words.amounts.shortDate(mondayOf(date()))} – ${words.amounts.shortDate(addDays(mondayOf(date()), 6))}`
  function open(day: LocalDate): void {
    setDate(day)
    setView('day')
  }
  return (
    <main class="page" data-wide="full" id="main" tabindex="-1">
      <div class="row" data-spread>
        <div>
          <h1>{words.calendar.title}</h1>
          <p class="soft" role="status">
            {title()}
          </p>
        </div>
        <div class="row">
          <KindFilter space={props.space} kind={kind()} onChange={setKind} />
          <ViewChoice view={view()} onChange={setView} />
          <DaySteps
            previous={words.calendar.previous}
            next={words.calendar.next}
            onStep={(by) => setDate(addDays(date(), by * step()))}
            onToday={() => setDate(props.space.today)}
          />
        </div>
      </div>
      <Show when={!shown().every(isKnown)}>
        <p class="notice" data-tone="held">
          {words.calendar.beyond}
        </p>
      </Show>
      <Show
        when={props.space.catalogue.resources.length > 0}
        fallback={<NothingToBook space={props.space} />}
      >
        <Switch>
          <Match when={view() === 'day'}>
            <DayCalendar space={props.space} date={date()} kind={kind()} bookFor={props.bookFor} />
          </Match>
          <Match when={view() === 'week'}>
            <WeekCalendar
              space={props.space}
              monday={mondayOf(date())}
              kind={kind()}
              isKnown={isKnown}
              onDay={open}
            />
          </Match>
        </Switch>
      </Show>
    </main>
  )
}

function KindFilter(props: {
  readonly space: Space
  readonly kind: ResourceKind | null
  readonly onChange: (kind: ResourceKind | null) => void
}): JSX.Element {
  const kinds = () =>
    Object.values(resourceKinds).filter((kind) =>
      props.space.catalogue.resources.some((resource) => resource.kind === kind),
    )
  return (
    <label class="field">
      <span class="visually-hidden">{words.calendar.kind}</span>
      <select
        onChange={(event) =>
          props.onChange(kinds().find((kind) => kind === event.currentTarget.value) ?? null)
        }
      >
        <option value="">{words.calendar.allKinds}</option>
        <For each={kinds()}>
          {(kind) => (
            <option value={kind} selected={props.kind === kind}>
              {words.states.kinds[kind]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

function ViewChoice(props: {
  readonly view: View
  readonly onChange: (view: View) => void
}): JSX.Element {
  return (
    <fieldset class="row" data-tight>
      <legend class="visually-hidden">{words.calendar.view}</legend>
      <For each={['day', 'week'] as const}>
        {(view) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.view === view}
            onClick={() => props.onChange(view)}
          >
            {words.calendar[view]}
          </button>
        )}
      </For>
    </fieldset>
  )
}
