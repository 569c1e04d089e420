/** Of what would have a booking elsewhere, once the team says yes or it is paid: where that booking is, and what becomes of it. */
import type { JSX } from 'solid-js'
import type { ViewedPlace } from '../../../domain/bookings/viewed-time.ts'
import { words } from '../../ui/words.ts'
import { placeText, type Seen } from './place-text.ts'

export function MoveNote(props: Seen & { readonly from: ViewedPlace }): JSX.Element {
  const place = () => placeText(props, props.from)
  return (
    <p class="soft">
      {props.row.state === 'asked'
        ? words.changes.movesFrom(place())
        : props.row.state === 'to-pay'
          ? words.changes.oncePaid(place())
          : words.changes.stayed(place())}
    </p>
  )
}
