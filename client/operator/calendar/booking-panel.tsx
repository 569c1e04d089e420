/** One booking of the calendar: whose, when, and what staff can do about it. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { BookingBlock } from './calendar-model.ts'
import { stateWord } from './state-word.ts'

export function BookingPanel(props: {
  readonly space: Space
  readonly block: BookingBlock
  readonly onMove: () => void
  readonly onClose: () => void
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const arrival = () => props.block.arrival
  const place = () =>
    props.space.catalogue.resources.find(({ id }) => id === arrival().resourceId)?.name ?? ''
  const isAhead = () => arrival().endsAt > props.space.now && arrival().state !== 'no-show'

  async function cancel(): Promise<void> {
    setIsBusy(true)
    const body = { bookingId: arrival().bookingId, waive: true } as const
    const answer = await sendIntent(makeIntent('booking.cancel', body))
    setIsBusy(false)
    if (answer.kind === 'unreachable') return void setTrouble(words.operator.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    showToast(words.calendar.cancelled)
    props.onClose()
  }

  return (
    <Sheet title={arrival().memberName} onClose={props.onClose}>
      <div class="stack">
        <p>
          {place()}, {arrival().startText}–{arrival().endText}
        </p>
        <p class="soft">
          {stateWord(arrival())}
          {arrival().people > 1 ? ` · ${words.calendar.withPeople(arrival().people)}` : ''}
        </p>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <Show when={isAhead()}>
          <div class="row">
            <button type="button" class="button" data-kind="primary" onClick={() => props.onMove()}>
              {words.calendar.moveElsewhere}
            </button>
            <button type="button" class="button" disabled={isBusy()} onClick={() => void cancel()}>
              {words.calendar.cancel}
            </button>
          </div>
        </Show>
      </div>
    </Sheet>
  )
}
