/** What was agreed when it was booked, from the booking's own record; made when it is unfolded. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { createOwnBookings } from '../store/own-bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { instantText, policyText } from '../ui/policy-text.ts'
import { words } from '../ui/words.ts'
import { SealLine } from './seal-line.tsx'

interface AsBookedProps {
  readonly row: BookingRow
  readonly zone: ZoneTable
  readonly today: LocalDate
}

export function AsBooked(props: AsBookedProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <details class="as-booked" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.asBooked.title}</summary>
      <Show when={isOpen()}>
        <Agreed {...props} />
      </Show>
    </details>
  )
}

function Agreed(props: AsBookedProps): JSX.Element {
  const bookings = createOwnBookings()
  const booking = () => bookings()?.find(({ id }) => id === props.row.bookingId)
  const rows = () => {
    const found = booking()
    if (found === undefined) return []
    const { settledAt, changedAt, policy, interval } = found
    const at = { zone: props.zone, today: props.today }
    return words.asBooked.rows(found, {
      bookedAt: instantText(settledAt, at.zone, at.today),
      changedAt: changedAt === null ? null : instantText(changedAt, at.zone, at.today),
      policy: policyText({ policy, startsAt: interval.startsAt, now: settledAt, ...at }),
    })
  }
  return (
    <>
      <p class="soft">{words.asBooked.sentence}</p>
      <Show when={booking()}>{(found) => <SealLine booking={found()} />}</Show>
      <dl class="price">
        <For each={rows()}>
          {([term, said]) => (
            <div>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}
