/** An offer: it is free and held for a while, with what is left of that, and yes or no. */
import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { minutesBetween } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../../domain/values/zone.ts'
import { deviceNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createStatus } from '../../store/status.ts'
import { words } from '../../ui/words.ts'
import { confirmHold } from '../change-booking.ts'
import { declineOffer } from './wish-wait.ts'

/** A minute's countdown is right to a few seconds. */
const TICK_MS = 5_000

export function OfferLine(props: {
  readonly row: BookingRow
  readonly zone: ZoneTable
  readonly name: string
}): JSX.Element {
  const [now, setNow] = createSignal(deviceNow())
  const timer = setInterval(() => setNow(deviceNow()), TICK_MS)
  onCleanup(() => clearInterval(timer))
  const status = createStatus()
  const until = () => props.row.holdExpiresAt ?? now()
  const time = () => formatMinute(toWallTime(props.zone, until()).minute)
  const isOver = () => until() <= now()
  const left = () => {
    const minutes = Math.floor(minutesBetween(now(), until()))
    return minutes < 1 ? words.waitlist.lastMinute : words.waitlist.minutesLeft(minutes)
  }
  const said = () =>
    status()?.state === 'online' ? words.waitlist.accepting : words.waitlist.acceptSaved(time())
  return (
    <Show when={!isOver()} fallback={<p class="notice">{words.waitlist.offerOver(time())}</p>}>
      <p class="notice" data-tone="held">
        {words.waitlist.offeredUntil(time())} <strong class="countdown">{left()}</strong>
      </p>
      <Show when={props.row.wish === 'confirm'}>
        <p class="soft" role="status">
          {said()}
        </p>
      </Show>
      <Show when={props.row.wish === null}>
        <div class="row booking-actions">
          <button
            type="button"
            class="button"
            data-kind="primary"
            aria-label={words.waitlist.acceptLabel(props.name)}
            onClick={() => void confirmHold(props.row)}
          >
            {words.waitlist.accept}
          </button>
          <button
            type="button"
            class="button"
            aria-label={words.waitlist.noThanksLabel(props.name)}
            onClick={() => void declineOffer(props.row)}
          >
            {words.waitlist.noThanks}
          </button>
        </div>
      </Show>
    </Show>
  )
}
