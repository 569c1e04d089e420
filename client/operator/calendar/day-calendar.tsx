/** One day: a row for every place, blocks of time on it, and what is being moved or picked on top. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/team-words.ts'
import { ClosureSheet } from '../closure-sheet.tsx'
import { BookForSheet, type BookForSomebody } from './book-for-sheet.tsx'
import { BookingPanel } from './booking-panel.tsx'
import type { BookingBlock } from './calendar-model.ts'
import { CalendarRowView } from './calendar-row.tsx'
import { createDay, type Day, type DayAsked } from './day-state.ts'
import type { Draft } from './draft.ts'
import { DraftBar } from './draft-bar.tsx'
import { createScroll } from './scroll.ts'

interface DayProps extends DayAsked {
  readonly bookFor: BookForSomebody
}

export function DayCalendar(props: DayProps): JSX.Element {
  const day = createDay(props)
  const [opened, setOpened] = createSignal<string | null>(null)
  return (
    <>
      <Grid {...props} state={day} onOpen={(block) => setOpened(block.id)} />
      <DraftLayer {...props} state={day} />
      <Show when={day.blockOf(opened())}>
        {(block) => (
          <BookingPanel
            space={props.space}
            block={block()}
            onMove={() => {
              const { arrival, from, until } = block()
              const resource = day.resourceOf(arrival.resourceId)
              setOpened(null)
              if (resource !== null) {
                day.setDraft({ arrival, resource, from, until, date: props.date })
              }
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </>
  )
}

function Grid(
  props: DayAsked & { readonly state: Day; readonly onOpen: (block: BookingBlock) => void },
): JSX.Element {
  const { state } = props
  const scroller = createScroll(() => props.date, '.calendar-now')
  return (
    <>
      <p class="visually-hidden" id="calendar-keys">
        {words.calendar.keys}
      </p>
      <section
        class="calendar"
        data-view="day"
        ref={scroller}
        aria-label={words.calendar.title}
        aria-describedby="calendar-keys"
        style={{ '--hours': state.hourMarks().length }}
      >
        <div class="calendar-head" aria-hidden="true">
          <span />
          <div>
            <For each={state.hourMarks()}>{(minute) => <span>{minute / 60}</span>}</For>
          </div>
        </div>
        {/* Whoever is on a booking stays there when another one changes. */}
        <KeyedFor each={state.day().rows} by={({ resource }) => resource.id}>
          {(row) => (
            <CalendarRowView
              row={row()}
              hours={state.day().hours}
              draft={state.draft()}
              isRefused={state.refusal() !== null}
              now={state.nowAt()}
              stop={state.stop()}
              onPlace={(block, place) =>
                state.setDraft({ ...place, arrival: block?.arrival ?? null, date: props.date })
              }
              onOpen={props.onOpen}
              onFocus={(block) => state.setCurrent(block.id)}
              onArrow={state.go}
              resourceOf={state.resourceOf}
              neighbour={state.neighbour}
            />
          )}
        </KeyedFor>
      </section>
    </>
  )
}

/** The bar of what is about to be done, and the sheets that do it with a picked time: a booking for a member, a closure. */
function DraftLayer(props: DayProps & { readonly state: Day }): JSX.Element {
  const { state } = props
  const [closing, setClosing] = createSignal<Draft | null>(null)
  const [booking, setBooking] = createSignal<Draft | null>(null)
  function leave(): void {
    const id = state.draft()?.arrival?.bookingId
    state.setDraft(null)
    if (id !== undefined) document.getElementById(id)?.focus()
  }
  return (
    <>
      <Show when={state.draft()}>
        {(meant) => (
          <DraftBar
            space={props.space}
            draft={meant()}
            refusal={state.refusal()}
            onChange={state.setDraft}
            onBookFor={() => setBooking(meant())}
            onBlockOut={() => setClosing(meant())}
            onClose={leave}
          />
        )}
      </Show>
      <Show when={booking()}>
        {(meant) => (
          <BookForSheet
            space={props.space}
            draft={meant()}
            occupied={state.occupied()}
            bookFor={props.bookFor}
            onBooked={() => {
              setBooking(null)
              leave()
            }}
            onClose={() => setBooking(null)}
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
              from: { date: meant().date, minute: meant().from },
              until: { date: meant().date, minute: meant().until },
            }}
            onClose={() => {
              setClosing(null)
              state.setDraft(null)
            }}
          />
        )}
      </Show>
    </>
  )
}
