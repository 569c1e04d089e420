/** A place that is held until it is paid: how much of that time is left, how a card went, and the way to the page where it is paid. */
import { useSearchParams } from '@solidjs/router'
import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { isLive, type PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { readAttempts } from '../../../domain/billing/paying/told.ts'
import { paidAs } from '../../../domain/bookings/prepaid/pay-together.ts'
import { isToPay } from '../../../domain/bookings/prepaid/payment-hold.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { minutesBetween } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import { deviceNow } from '../../app/clock.ts'
import { goToPage } from '../../app/go-to-page.ts'
import { createBookings } from '../../store/bookings.ts'
import { createOwnBookings } from '../../store/own-bookings.ts'
import { createOwnRecords } from '../../store/records.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createStatus } from '../../store/status.ts'
import { words } from '../../ui/words.ts'
import { cancelBooking, extendHold } from '../change-booking.ts'
import { createLeftToPay } from './left-to-pay.ts'

/** A minute's countdown is right to a few seconds. */
const TICK_MS = 5_000

interface LineProps {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly name: string
  readonly nameOf: (resourceId: string) => string
}

export function ToPayLine(props: LineProps): JSX.Element {
  const [now, setNow] = createSignal(deviceNow())
  const timer = setInterval(() => setNow(deviceNow()), TICK_MS)
  onCleanup(() => clearInterval(timer))
  const attempts = createOwnRecords('attempts', readAttempts)
  const last = () =>
    attempts()
      ?.all.get(props.row.bookingId ?? '')
      ?.at(-1) ?? null
  const until = () => props.row.holdExpiresAt ?? now()
  const time = () => formatMinute(toWallTime(props.catalogue.zone, until()).minute)
  const left = () => {
    const minutes = Math.floor(minutesBetween(now(), until()))
    return minutes < 1 ? words.waitlist.lastMinute : words.waitlist.minutesLeft(minutes)
  }
  const charging = () => {
    const attempt = last()
    const isOurs = attempt !== null && attempt.via === 'charge' && isLive(attempt)
    return isOurs && attempt.standing.state !== 'action-needed' ? attempt : null
  }
  /** It is paid by itself, or the others with it. */
  const isFirst = () => props.row.paidWith === null || props.row.paidWith === props.row.bookingId
  createComingBack(() => props.row)
  return (
    <Show when={until() > now()} fallback={<p class="notice">{words.prepaid.runOut(time())}</p>}>
      <p class="notice" data-tone="held">
        {words.prepaid.heldUntil(time())} <strong class="countdown">{left()}</strong>
      </p>
      <Show when={isFirst()} fallback={<PaidWith {...props} />}>
        <Show when={charging()} fallback={<Asked {...props} last={last()} />}>
          {(attempt) => (
            <p class="soft" role="status">
              {words.prepaid.charging(attempt().method?.label ?? '')}
            </p>
          )}
        </Show>
      </Show>
    </Show>
  )
}

/** Where the button is. */
function PaidWith(props: LineProps): JSX.Element {
  const bookings = createBookings()
  const first = () => bookings()?.find(({ bookingId }) => bookingId === props.row.paidWith)
  return (
    <Show when={first()}>
      {(row) => (
        <p class="soft">{words.prepaid.paidWith(props.nameOf(row().resourceId), row().date)}</p>
      )}
    </Show>
  )
}

/** Their turn: what a card said, and the buttons. */
function Asked(props: LineProps & { readonly last: PaymentAttempt | null }): JSX.Element {
  const status = createStatus()
  const act = createAct()
  const [isLeaving, setIsLeaving] = createSignal(false)
  const isOffline = () => status()?.state === 'offline'
  const isWaiting = () => act.isBusy() || isLeaving()
  const bookings = createOwnBookings()
  /** All that is paid with it, itself first. */
  const held = () => {
    const { bookingId } = props.row
    return (bookings() ?? [])
      .filter((one) => isToPay(one) && paidAs(one) === bookingId)
      .toSorted((a) => (a.id === bookingId ? -1 : 1))
  }
  const letGo = () => (props.row.paidWith === null ? words.prepaid.letGo : words.prepaid.letAllGo)
  const leftToPay = createLeftToPay()
  const total = () => (held().length === 0 ? null : leftToPay.ofHeld(props.catalogue, held()).left)
  async function pay(): Promise<void> {
    setIsLeaving(await goToPage(act, `/api/pay/bookings/${props.row.bookingId}`))
  }
  return (
    <>
      <Declined last={props.last} />
      <div class="row booking-actions">
        <Show when={total()}>
          {(amount) => (
            <button
              type="button"
              class="button"
              data-kind="primary"
              aria-label={words.prepaid.label(words.prepaid.pay(amount()), props.name)}
              disabled={isWaiting() || isOffline()}
              onClick={() => void pay()}
            >
              {words.prepaid.pay(amount())}
            </button>
          )}
        </Show>
        <Show when={!props.row.holdExtended && props.row.wish === null}>
          <button type="button" class="button" onClick={() => void extendHold(props.row)}>
            {words.bookings.fiveMore}
          </button>
        </Show>
        <Show when={props.row.wish === null}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={words.prepaid.label(letGo(), props.name)}
            onClick={() => void cancelBooking(props.row)}
          >
            {letGo()}
          </button>
        </Show>
      </div>
      <p role="status" class="soft">
        <Switch>
          <Match when={isOffline()}>{words.paying.needsConnection}</Match>
          <Match when={isWaiting()}>{words.paying.opening}</Match>
          <Match when={props.row.wish === 'extend-hold'}>{words.bookings.extending}</Match>
        </Switch>
      </p>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </>
  )
}

function Declined(props: { readonly last: PaymentAttempt | null }): JSX.Element {
  const text = () => {
    const { last } = props
    if (last === null || last.via === 'page') return ''
    const { standing, method } = last
    if (standing.state === 'action-needed') return words.prepaid.proveIt
    const label = method?.label ?? ''
    return standing.state === 'declined' ? words.prepaid.declined(label, standing.why) : ''
  }
  return (
    <p role="status" class="state" data-tone="problem">
      {text()}
    </p>
  )
}

/** Back from the page: the space asks how it went, and the booking shows it as soon as it is in the books. */
function createComingBack(row: () => BookingRow): void {
  const [search] = useSearchParams<{ paid?: string }>()
  onMount(() => {
    const { bookingId } = row()
    if (bookingId === null || search.paid !== bookingId) return
    void askSpace('POST', `/api/pay/bookings/${bookingId}/look`).catch(() => null)
  })
}
