import type { JSX } from 'solid-js'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'

/** Something is not as it should be where somebody sits: the request knows which booking. */
export function ProblemLine(props: { readonly row: BookingRow }): JSX.Element {
  const address = () =>
    `/me/help/new?place=${props.row.resourceId}&booking=${props.row.bookingId ?? ''}`
  return (
    <p>
      <a class="button" data-kind="quiet" href={address()}>
        {words.support.report}
      </a>
    </p>
  )
}
