/** People by days: a table where there is room, a list a person on a phone. Each says their own days. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { desksOf } from '../../../domain/bookings/teams/day-choice.ts'
import { type DayWish, daysOfWeek, type PlannedDay } from '../../../domain/bookings/teams/week.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { IsoWeek, LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import type { WeekEdit } from '../../sync/open-week.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/words.ts'
import type { OwnTeam } from './read-team.ts'

const { weeks } = words

interface GridProps {
  readonly space: Space
  readonly own: OwnTeam
  readonly week: IsoWeek
  readonly days: readonly PlannedDay[]
  mayWrite(memberId: MemberId): boolean
  onChange(edit: WeekEdit): void
}

export function WeekGrid(props: GridProps): JSX.Element {
  const wishOf = (memberId: MemberId, on: LocalDate) =>
    props.days.find((day) => day.memberId === memberId && day.on === on)?.wish ?? null
  return (
    <WeekTable space={props.space} own={props.own} week={props.week}>
      {(memberId, on, label) => (
        <Show
          when={props.mayWrite(memberId) && on >= props.space.today}
          fallback={wishText(props.space, wishOf(memberId, on))}
        >
          <DaySelect
            space={props.space}
            label={label}
            wish={wishOf(memberId, on)}
            onChange={(wish) => props.onChange({ memberId, on, wish })}
          />
        </Show>
      )}
    </WeekTable>
  )
}

export function WeekTable(props: {
  readonly space: Space
  readonly own: OwnTeam
  readonly week: IsoWeek
  readonly children: (memberId: MemberId, on: LocalDate, label: string) => JSX.Element
}): JSX.Element {
  const days = () => daysOfWeek(props.week).filter((on, index) => index < 5 || isOpen(on, index))
  const isOpen = (_on: LocalDate, index: number) =>
    (props.space.catalogue.site.hours[index] ?? []).length > 0
  const dayText = (on: LocalDate) => words.amounts.date(on, props.space.today)
  return (
    <div class="week-scroll">
      <table class="week-table">
        <thead>
          <tr>
            <th scope="col">{words.teams.person}</th>
            <For each={days()}>{(on) => <th scope="col">{dayText(on)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <KeyedFor each={props.own.people} by={({ memberId }) => memberId}>
            {(person) => (
              <Row isMine={person().memberId === props.space.member.id} name={person().name}>
                <For each={days()}>
                  {(on) => (
                    <td data-day={dayText(on)}>
                      {props.children(
                        person().memberId,
                        on,
                        weeks.dayOf(person().name, dayText(on)),
                      )}
                    </td>
                  )}
                </For>
              </Row>
            )}
          </KeyedFor>
        </tbody>
      </table>
    </div>
  )
}

/** On a phone the days of everybody else are folded: a week of ten people is no list to scroll through. */
function Row(props: {
  readonly isMine: boolean
  readonly name: string
  readonly children: JSX.Element
}): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(props.isMine)
  return (
    <tr data-folded={isOpen() ? undefined : ''}>
      <th scope="row">
        {props.name}
        <button
          type="button"
          class="button week-fold"
          data-kind="quiet"
          aria-expanded={isOpen()}
          aria-label={weeks.daysOf(props.name)}
          onClick={() => setIsOpen(!isOpen())}
        >
          {isOpen() ? weeks.fold : weeks.unfold}
        </button>
      </th>
      {props.children}
    </tr>
  )
}

function DaySelect(props: {
  readonly space: Space
  readonly label: string
  readonly wish: DayWish | null
  readonly onChange: (wish: DayWish | null) => void
}): JSX.Element {
  const value = () => (props.wish === null ? '' : optionOf(props.wish))
  const option = (one: string, label: string) => (
    <option value={one} selected={one === value()}>
      {label}
    </option>
  )
  return (
    <label class="field">
      <span class="visually-hidden">{props.label}</span>
      <select
        onChange={({ currentTarget }) =>
          props.onChange(wishOfValue(props.space, currentTarget.value))
        }
      >
        {option('', weeks.nothing)}
        {option('desk', weeks.anyDesk)}
        {option('office', weeks.office)}
        {option('home', weeks.home)}
        <optgroup label={weeks.desks}>
          <For each={desksOf(props.space.catalogue)}>{({ id, name }) => option(id, name)}</For>
        </optgroup>
      </select>
    </label>
  )
}

function optionOf(wish: DayWish): string {
  return wish.kind === 'desk' && wish.resourceId !== null ? wish.resourceId : wish.kind
}

function wishOfValue({ catalogue }: Space, value: string): DayWish | null {
  if (value === 'desk') return { kind: 'desk', resourceId: null }
  if (value === 'office' || value === 'home') return { kind: value }
  const desk = desksOf(catalogue).find(({ id }) => id === value)
  return desk === undefined ? null : { kind: 'desk', resourceId: desk.id }
}

function wishText({ catalogue }: Space, wish: DayWish | null): string {
  if (wish === null) return weeks.nothing
  if (wish.kind !== 'desk') return wish.kind === 'office' ? weeks.office : weeks.home
  const name = wish.resourceId === null ? null : placeName(catalogue, wish.resourceId)
  return name ?? weeks.anyDesk
}
