/** Under which terms a booking stands now, and how it was cancelled once it was. */
import { type JSX, Show } from 'solid-js'
import { wholePrice } from '../../domain/bookings/baskets/whole-price.ts'
import type { ViewedCancellation } from '../../domain/bookings/booking-view-row.ts'
import { deadlinesOf } from '../../domain/bookings/cancellation/deadlines.ts'
import { MINUTE_MS } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { deviceNow } from '../app/clock.ts'
import type { BookingRow } from '../store/rows.ts'
import { instantText, momentText } from '../ui/policy-text.ts'
import { words } from '../ui/words.ts'
import { AsBooked } from './as-booked.tsx'

interface LinesProps {
  readonly row: BookingRow
  readonly zone: ZoneTable
  readonly today: LocalDate
}

export function PolicyLines(props: LinesProps): JSX.Element {
  const current = () => {
    const { state, policy, price, startsAt } = props.row
    const isOpen = state === 'confirmed' && startsAt > deviceNow()
    if (!isOpen || policy === null || price === null || price.amountMinor === 0) return null
    const [step] = deadlinesOf(policy, startsAt, props.zone, deviceNow())
    if (step === undefined) return words.cancellation.steps([], false)
    return words.cancellation.current(step.refundPercent, momentText(step.wall, props.today))
  }
  /** Where that is not its price: an earlier time of it is still owed, or nobody came. */
  const owed = () => {
    const { state, owed: all, price: ofTime, extras, cancelled } = props.row
    if (all === null || ofTime === null || cancelled !== null) return null
    const price = wholePrice({ price: ofTime, extras })
    const isMissed = state === 'no-show'
    if (isMissed && all.amountMinor === 0) return words.cancellation.nothingOwed
    return isMissed || all.amountMinor !== price.amountMinor ? words.cancellation.stays(all) : null
  }
  return (
    <>
      <Show when={current()}>{(text) => <p class="soft">{text()}</p>}</Show>
      <Show when={owed()}>{(text) => <p>{text()}</p>}</Show>
      <Show when={props.row.cancelled}>
        {(cancelled) => <Cancelled {...props} cancelled={cancelled()} />}
      </Show>
      <Show when={props.row.bookingId}>
        <AsBooked {...props} />
      </Show>
    </>
  )
}

function Cancelled(props: LinesProps & { readonly cancelled: ViewedCancellation }): JSX.Element {
  const isEarlier = () => props.cancelled.cancelledAt - props.cancelled.effectiveAt >= MINUTE_MS
  const from = () => instantText(props.cancelled.effectiveAt, props.zone, props.today)
  return (
    <p>
      <Show when={props.cancelled.cancelledBy === 'space'}>
        {props.cancelled.step.because === 'missed'
          ? words.cancellation.missedSeries
          : words.cancellation.bySpace}{' '}
      </Show>
      <Show when={props.row.owed}>
        {(owed) => words.cancellation.result(props.cancelled.refundDue, owed())}
      </Show>
      <Show when={isEarlier()}>
        <span class="soft"> {words.cancellation.countsFrom(from())}</span>
      </Show>
    </p>
  )
}
