import { type JSX, Show } from 'solid-js'
import type { ChangeTerms } from '../../../domain/bookings/cancellation/change-terms.ts'
import { compare, subtract } from '../../../domain/values/money.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/words.ts'

/** What the change costs or gives back, and why, where the policy keeps a part of the old price. */
export function OwedLines(props: {
  readonly row: BookingRow
  readonly terms: ChangeTerms
}): JSX.Element {
  const before = () => props.row.owed ?? props.terms.owed
  const stays = () => {
    const kept = subtract(props.terms.owed, props.terms.price)
    const was = subtract(before(), props.row.price ?? before())
    return subtract(kept, was)
  }
  const difference = () => {
    const { owed } = props.terms
    const isMore = compare(owed, before()) > 0
    return isMore
      ? words.changes.more(subtract(owed, before()))
      : compare(owed, before()) < 0
        ? words.changes.less(subtract(before(), owed))
        : words.changes.sameOwed
  }
  return (
    <>
      <p>
        <strong>{difference()}</strong>{' '}
        <Show when={props.terms.owed.amountMinor > 0}>
          <span class="soft">{words.changes.inAll(props.terms.owed)}</span>
        </Show>
      </p>
      <Show when={stays().amountMinor > 0}>
        <p class="notice" data-tone="held">
          {words.changes.stays(stays())}
        </p>
      </Show>
    </>
  )
}
