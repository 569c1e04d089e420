/** Said before anything is wished, where an unpaid bill would have it refused, with the way out. */
import type { JSX } from 'solid-js'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import { words } from '../ui/words.ts'

export function UnpaidNotice(props: { readonly refusal: Refusal }): JSX.Element {
  return (
    <div class="notice stack" data-gap="small">
      <p>{words.refusal(props.refusal)}</p>
      <p>
        <a class="button" href="/me/bills">
          {words.bookings.payFirst}
        </a>
      </p>
    </div>
  )
}
