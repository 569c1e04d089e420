/** Why a change did not happen, and what could be had instead: a tap opens it, with what it would owe. */
import { For, type JSX, Show } from 'solid-js'
import type { ViewedAnswer } from '../../../domain/bookings/changes/viewed-answer.ts'
import type { Alternative } from '../../../domain/bookings/wishes/outcome.ts'
import { words } from '../../ui/words.ts'
import { dismiss, isDismissed } from '../dismissed.ts'
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
  const when = ({ choice: { wall } }: Alternative) => {
    const time = words.amounts.timeRange(wall.start.minute, wall.end.minute)
    return wall.start.date === props.row.date
      ? time
      : `${words.amounts.date(wall.start.date, props.today)}, ${time}`
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
      <ul class="stack" data-gap="small">
        <For each={props.answer.alternatives}>
          {(offer) => (
            <li>
              <button
                type="button"
                class="button alternative"
                data-wide
                onClick={() => props.onTake(offer.choice)}
              >
                <span>{nameOf(offer.choice.resourceId)}</span>
                <span>{when(offer)}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
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
