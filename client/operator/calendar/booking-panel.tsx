/** One booking of the calendar: whose, when, what is owed for it, and what staff can do about it. */
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import type { BookingBlock } from './calendar-model.ts'
import { stateWord } from './state-word.ts'

const CancelArrival = lazy(async () => ({
  default: (await import('../cancel-arrival.tsx')).CancelArrival,
}))

interface Panel {
  readonly space: Space
  readonly block: BookingBlock
  readonly onMove: () => void
  readonly onClose: () => void
}

export function BookingPanel(props: Panel): JSX.Element {
  const [isCancelling, setCancelling] = createSignal(false)
  return (
    <Show
      when={isCancelling()}
      fallback={<Booking {...props} onCancel={() => setCancelling(true)} />}
    >
      <Suspense>
        <CancelArrival arrival={props.block.arrival} onClose={props.onClose} />
      </Suspense>
    </Show>
  )
}

function Booking(props: Panel & { readonly onCancel: () => void }): JSX.Element {
  const arrival = () => props.block.arrival
  const place = () =>
    props.space.catalogue.resources.find(({ id }) => id === arrival().resourceId)?.name ?? ''
  const isAhead = () => arrival().endsAt > props.space.now && arrival().state !== 'no-show'
  return (
    <Sheet title={arrival().memberName} onClose={props.onClose}>
      <div class="stack">
        <p>
          {place()}, {arrival().startText}–{arrival().endText}
        </p>
        <p class="soft">{factsOf(arrival()).join(' · ')}</p>
        <For each={arrival().terms?.extras ?? []}>
          {(extra) => <p class="soft">{words.baskets.counted(extra.count, extra.name)}</p>}
        </For>
        <p>
          <a
            class="button"
            data-kind="quiet"
            href={`/operator/members?find=${encodeURIComponent(arrival().memberName)}`}
          >
            {words.calendar.findMember}
          </a>
        </p>
        <Show when={isAhead()}>
          <div class="row">
            <button type="button" class="button" data-kind="primary" onClick={() => props.onMove()}>
              {words.calendar.moveElsewhere}
            </button>
            <button type="button" class="button" onClick={() => props.onCancel()}>
              {words.calendar.cancel}
            </button>
          </div>
        </Show>
      </div>
    </Sheet>
  )
}

/** What is owed for all of it, extras included; what passes cover is none of it. */
function factsOf(arrival: BookingBlock['arrival']): readonly string[] {
  const { people, terms } = arrival
  return [
    stateWord(arrival),
    ...(people > 1 ? [words.calendar.withPeople(people)] : []),
    ...(terms === null ? [] : [words.amounts.money(terms.owed)]),
  ]
}
