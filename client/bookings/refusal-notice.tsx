import { type JSX, Show } from 'solid-js'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import type { BookingRow } from '../store/rows.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { AlternativeList } from './alternative-list.tsx'
import { dismiss, isDismissed } from './dismissed.ts'
import { requestBooking } from './request-booking.ts'

/** Why not, in words, and what is free instead: one tap takes it. */
export function RefusalNotice(props: {
  readonly row: BookingRow
  readonly nameOf: (resourceId: string) => string
  readonly today: LocalDate
  readonly zone: ZoneTable | undefined
  readonly onRetry: ((id: IntentId) => void) | undefined
}): JSX.Element {
  const why = () => {
    const { refusal, declineReason } = props.row
    if (refusal !== null) return words.refusal(refusal, props.zone)
    return declineReason === null
      ? words.states.sentences[props.row.state]
      : words.approval.declined(declineReason)
  }
  async function take(offer: Alternative): Promise<void> {
    const answer = await requestBooking({
      siteId: props.row.siteId,
      choice: offer.choice,
      price: offer.price,
      people: props.row.people,
      note: props.row.note,
      takeNearest: false,
    })
    if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
    dismiss(props.row.id)
    props.onRetry?.(answer.id)
  }
  return (
    <>
      <p class="notice">{why()}</p>
      <Show when={!isDismissed(props.row.id)}>
        <Show when={props.row.alternatives.length > 0}>
          <p class="soft">{words.bookings.instead}</p>
        </Show>
        <AlternativeList
          alternatives={props.row.alternatives}
          nameOf={props.nameOf}
          date={props.row.date}
          today={props.today}
          hasPrices
          onTake={(offer) => void take(offer)}
        />
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => dismiss(props.row.id)}
        >
          {words.bookings.neverMind}
        </button>
      </Show>
    </>
  )
}
