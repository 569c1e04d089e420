/**
 * When, how many and with what. A phone shows one line of what is chosen, and the choices below it when asked, for whoever opens Book has
 * come for the places; where there is room, all of them stand open.
 */
import { createSignal, type JSX, Show } from 'solid-js'
import { gridOf } from '../../domain/bookings/wishes/times-of-day.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/first-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { AmenityChips, PeopleField } from './book-filters.tsx'
import type { Book } from './book-state.ts'
import { amenitiesOf } from './kinds.ts'
import { TimeChoice } from './time-choice.tsx'

type Part = 'time' | 'filters'

export function Narrowing(props: {
  readonly space: Space
  readonly book: Book
  /** How old the answer is. */
  readonly age: JSX.Element
}): JSX.Element {
  const { search, change } = props.book
  const [opened, setOpened] = createSignal<Part | null>(null)
  const toggle = (part: Part) => setOpened(opened() === part ? null : part)
  const shownIf = (part: Part) => (opened() === part ? '' : undefined)
  const span = () => {
    const found = search().span
    return found === null ? null : words.amounts.timeRange(found.from, found.until)
  }
  const isForPeople = () => search().kind === 'meeting-room' || search().kind === 'event-hall'
  const amenities = () => amenitiesOf(props.space.catalogue, search().kind)
  const narrowed = () => search().amenities.length + (isForPeople() && search().people > 1 ? 1 : 0)
  return (
    <>
      <div class="row narrowing">
        <Opener part="time" icon="clock" opened={opened()} onToggle={toggle}>
          <span class="visually-hidden">{words.bookings.time} </span>
          {span() ?? words.bookings.chips[search().chip]}
        </Opener>
        <Show when={isForPeople() || amenities().length > 0}>
          <Opener part="filters" icon="filter" opened={opened()} onToggle={toggle}>
            {words.bookings.filtersOn(narrowed())}
          </Opener>
        </Show>
        <span class="soft">
          <Show when={span()}>{(text) => <strong>{text()} </strong>}</Show>
          {props.age}
        </span>
      </div>
      <div class="stack choices" id="choose-time" data-open={shownIf('time')}>
        <TimeChoice
          chip={search().chip}
          span={search().span}
          grid={gridOf(props.space.catalogue, search().date, props.book.step())}
          isPossible={props.book.isPossible}
          onChip={(time) => change({ time })}
          onSpan={({ from, until }) =>
            change({ time: 'custom', from: String(from), until: String(until) })
          }
        />
      </div>
      <div class="stack choices" id="choose-filters" data-open={shownIf('filters')}>
        <Show when={isForPeople()}>
          <PeopleField
            people={search().people}
            onChange={(people) => change({ people: String(people) })}
          />
        </Show>
        <AmenityChips
          amenities={amenities()}
          chosen={search().amenities}
          onChange={(chosen) => change({ with: chosen.join(',') })}
        />
      </div>
    </>
  )
}

function Opener(props: {
  readonly part: Part
  readonly icon: IconName
  readonly opened: Part | null
  readonly onToggle: (part: Part) => void
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <button
      type="button"
      class="chip"
      aria-expanded={props.opened === props.part}
      aria-controls={`choose-${props.part}`}
      onClick={() => props.onToggle(props.part)}
    >
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </button>
  )
}
