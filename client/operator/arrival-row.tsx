/** One person on the list of the day: when, where, and whether they have come. */
import {
  type ComponentProps,
  createSignal,
  For,
  type JSX,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import { stateAt } from '../../domain/bookings/arrival/state-at.ts'
import { isLive } from '../../domain/bookings/booking.ts'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { undoIntent, writeIntent } from '../sync/write-intent.ts'
import { StateBadge } from '../ui/state-badge.tsx'
import { words } from '../ui/team-words.ts'
import { showToast } from '../ui/toast.tsx'

import { ArrivalGuests } from './arrival-guests.tsx'

const CancelArrival = lazy(async () => ({
  default: (await import('./cancel-arrival.tsx')).CancelArrival,
}))

/** Long enough to see that it was the wrong line. */
const UNDO_MS = 8_000

/** Where somebody stands on the list. Who has to check in is expected until they have, though their time has begun. */
export function groupOf(arrival: Arrival, now: Instant): 'coming' | 'here' | 'left' {
  if (arrival.endsAt <= now || arrival.state === 'no-show') return 'left'
  if (arrival.state === 'checked-in') return 'here'
  return arrival.startsAt > now || arrival.checkIn !== null ? 'coming' : 'here'
}

export function ArrivalRow(props: {
  readonly space: Space
  readonly arrival: Arrival
  /** A tap of this device is on its way. */
  readonly isCheckingIn: boolean
}): JSX.Element {
  const place = () =>
    props.space.catalogue.resources.find((one) => one.id === props.arrival.resourceId)?.name ?? ''
  const state = () => stateAt(props.arrival, props.space.now)
  const canCheckIn = () => {
    const { checkIn, state: kept } = props.arrival
    const isOpen = checkIn !== null && checkIn.opensAt <= props.space.now
    return isOpen && kept === 'confirmed' && state() === kept && !props.isCheckingIn
  }
  const time = (at: Instant) => formatMinute(toWallTime(props.space.catalogue.zone, at).minute)
  return (
    <li class="card person">
      <strong>{props.arrival.memberName}</strong>
      <span>
        {props.arrival.startText}–{props.arrival.endText}
      </span>
      <span class="soft">{place()}</span>
      <Show when={props.arrival.isRecurring}>
        <span class="soft">{words.operator.inSeries}</span>
      </Show>
      <Show when={props.arrival.people > 1}>
        <span class="soft">{words.operator.withPeople(props.arrival.people)}</span>
      </Show>
      <Show when={props.arrival.guests.length > 0}>
        <ArrivalGuests space={props.space} arrival={props.arrival} />
      </Show>
      <For each={props.arrival.terms?.extras ?? []}>
        {(extra) => <span>{words.baskets.counted(extra.count, extra.name)}</span>}
      </For>
      <Switch>
        <Match when={canCheckIn()}>
          <div class="row person-act">
            <button
              type="button"
              class="button"
              data-kind="soft"
              aria-label={words.arrival.checkInLabel(props.arrival.memberName)}
              onClick={() => void checkInArrival(props.arrival)}
            >
              {words.arrival.checkIn}
            </button>
            <Show when={props.arrival.checkIn?.releaseAt}>
              {(at) => <span class="soft">{words.arrival.expected(time(at()))}</span>}
            </Show>
          </div>
        </Match>
        <Match when={props.isCheckingIn}>
          <span class="soft person-act" role="status">
            {words.arrival.checkingIn}
          </span>
        </Match>
        <Match when={props.arrival.isToPay}>
          <Mark tone="held" word={words.prepaid.heldNotPaid} />
        </Match>
        <Match when={state() === 'checked-in'}>
          <Mark tone="mine" word={words.states.words['checked-in']} />
        </Match>
        <Match when={state() === 'no-show'}>
          <Mark tone="problem" word={words.arrival.hasMissed} />
        </Match>
      </Switch>
      <CancelAct arrival={props.arrival} isOver={props.arrival.endsAt <= props.space.now} />
    </li>
  )
}

function Mark(props: ComponentProps<typeof StateBadge>): JSX.Element {
  return (
    <span class="person-act">
      <StateBadge {...props} />
    </span>
  )
}

/** What was given back, or is over, has nothing to cancel. */
function CancelAct(props: { readonly arrival: Arrival; readonly isOver: boolean }): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Show when={isLive(props.arrival.state) && !props.isOver}>
        <button
          type="button"
          class="button person-cancel"
          data-kind="quiet"
          aria-label={words.operator.cancelLabel(props.arrival.memberName)}
          onClick={() => setOpen(true)}
        >
          {words.operator.cancelShort}
        </button>
      </Show>
      <Suspense>
        <Show when={isOpen()}>
          <CancelArrival arrival={props.arrival} onClose={() => setOpen(false)} />
        </Show>
      </Suspense>
    </>
  )
}

/** Kept on this device, with or without a network: it counts from now, whenever it arrives. */
async function checkInArrival(arrival: Arrival): Promise<void> {
  const answer = await writeIntent(
    'booking.check-in',
    { bookingId: arrival.bookingId },
    { deadlineAt: toInstant(arrival.endsAt + DAY_MS), undoMs: UNDO_MS },
  )
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.arrival.checkedIn(arrival.memberName), {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}
