/** Why a change did not happen, and what could be had instead: a tap opens it, with what it would owe. */
import { type JSX, Show } from 'solid-js'
import type { ViewedAnswer } from '../../../domain/bookings/changes/viewed-answer.ts'
import { dismiss, isDismissed } from '../../store/dismissed.ts'
import { words } from '../../ui/words.ts'
import { AlternativeList } from '../alternative-list.tsx'
import type { WishedChange } from './change-model.ts'
import { placeText, type Seen } from './place-text.ts'

export function AnswerNotice(
  props: Seen & {
    readonly answer: ViewedAnswer
    readonly onTake: (start: WishedChange) => void
  },
): JSX.Element {
  const nameOf = (id: string) =>
    props.catalogue?.resources.find((one) => one.id === id)?.name ?? words.bookings.notOnPlan
  const why = () => {
    const { refusal, owed } = props.answer
    if (refusal !== null) return words.refusal(refusal, props.catalogue?.zone)
    return owed === null ? '' : words.changes.dearer(owed)
  }
  return (
    <Show when={!isDismissed(props.answer.intentId)}>
      <p class="notice">
        <strong>
          {words.changes.no[props.answer.wish](
            props.answer.to === null ? '' : placeText(props, props.answer.to),
          )}
        </strong>{' '}
        {why()}
      </p>
      <AlternativeList
        alternatives={props.answer.alternatives}
        nameOf={nameOf}
        date={props.row.date}
        today={props.today}
        hasPrices={false}
        onTake={(offer) => props.onTake(offer.choice)}
      />
      <button
        type="button"
        class="button"
        data-kind="quiet"
        onClick={() => dismiss(props.answer.intentId)}
      >
        {words.changes.understood}
      </button>
    </Show>
  )
}
