import { type JSX, onMount, Show } from 'solid-js'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/first-words.ts'
import { painted } from '../ui/painted.ts'
import { CancelButton } from './cancel-button.tsx'
import { ChangeButtons, canChange } from './changes/change-buttons.tsx'
import type { WishedChange } from './changes/change-model.ts'

/** Making wishes is not needed before something is on the screen. */
const changes = () => import('./change-booking.ts')
const calendar = () => import('./add-to-calendar.ts')

/** What can be done about a booking in its state. While one wish about it is on its way, no second one is offered. */
export function BookingActions(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly onChange: (start: WishedChange) => void
}): JSX.Element {
  onMount(() => void painted.then(changes)) // ready by the time somebody has read what the buttons say
  const change = (verb: keyof Awaited<ReturnType<typeof changes>>) =>
    void changes().then((verbs) => verbs[verb](props.row))
  const isHeld = () => props.row.state === 'held'
  const isFree = () => props.row.wish === null
  const hasPassed = () => props.row.startsAt <= Date.now()
  /** Something may not be as it should be where somebody sits. */
  const hasBegun = () =>
    props.row.state === 'checked-in' || (props.row.state === 'confirmed' && hasPassed())
  const report = () =>
    `/me/help/new?place=${props.row.resourceId}&booking=${props.row.bookingId ?? ''}`
  const isAnything = () =>
    canCancel() || isHeld() || canChange(props.row) || hasBegun() || props.row.state === 'saved'
  const canCancel = () => (props.row.state === 'confirmed' || isHeld()) && isFree() && !hasPassed()
  const holdText = () => {
    const zone = props.catalogue?.zone
    if (zone === undefined || props.row.holdExpiresAt === null) return ''
    return formatMinute(toWallTime(zone, props.row.holdExpiresAt).minute)
  }
  return (
    <Show when={isAnything()}>
      <div class="row booking-actions">
        <Held row={props.row} until={holdText()} onChange={change} />
        <Show when={canChange(props.row) && props.catalogue}>
          {(catalogue) => (
            <ChangeButtons row={props.row} catalogue={catalogue()} onOpen={props.onChange} />
          )}
        </Show>
        <Show when={canCancel()}>
          <CancelButton row={props.row} />
        </Show>
        <Show when={canCancel() && !isHeld() && props.row.bookingId}>
          {(id) => (
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={words.bookings.addToCalendar}
              onClick={() => void calendar().then((file) => file.addToCalendar(id()))}
            >
              {words.bookings.calendar}
            </button>
          )}
        </Show>
        <Show when={hasBegun()}>
          <a class="button" data-kind="quiet" href={report()}>
            {words.bookings.report}
          </a>
        </Show>
        <Show when={props.row.state === 'saved'}>
          <button type="button" class="button" onClick={() => change('withdrawWish')}>
            {words.bookings.takeBack}
          </button>
        </Show>
      </div>
    </Show>
  )
}

/** Kept for a while: what is asked of it, or on its way. */
function Held(props: {
  readonly row: BookingRow
  readonly until: string
  readonly onChange: (verb: 'confirmHold' | 'extendHold') => void
}): JSX.Element {
  const isHeld = () => props.row.state === 'held'
  return (
    <>
      <Show when={isHeld()}>
        <span class="soft">{words.bookings.heldUntil(props.until)}</span>
      </Show>
      <Show when={isHeld() && props.row.wish === null}>
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => props.onChange('confirmHold')}
        >
          {words.bookings.confirm}
        </button>
        <Show when={!props.row.holdExtended}>
          <button type="button" class="button" onClick={() => props.onChange('extendHold')}>
            {words.bookings.fiveMore}
          </button>
        </Show>
      </Show>
      <Show when={props.row.wish === 'confirm'}>
        <span class="soft">{words.bookings.confirming}</span>
      </Show>
      <Show when={props.row.wish === 'extend-hold'}>
        <span class="soft">{words.bookings.extending}</span>
      </Show>
    </>
  )
}
