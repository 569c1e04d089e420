/** That a booking is what the space confirmed, checked on this device; nothing where it cannot be told. */
import { createResource, type JSX, Show } from 'solid-js'
import type { Booking } from '../../domain/bookings/booking.ts'
import { createSeal } from '../store/seals.ts'
import { words } from '../ui/words.ts'
import { checkSeal } from './check-seal.ts'

export function SealLine(props: { readonly booking: Booking }): JSX.Element {
  const seal = createSeal(() => props.booking.id)
  const [checked] = createResource(
    () => {
      const row = seal()
      return row ? { row, booking: props.booking } : null
    },
    ({ row, booking }) => checkSeal(booking, row),
  )
  const said = () => {
    switch (checked()) {
      case 'matches':
        return words.asBooked.signed
      case 'differs':
        return words.asBooked.notSigned
      default:
        return null
    }
  }
  return <Show when={said()}>{(text) => <p class="soft">{text()}</p>}</Show>
}
