/** Staff cancel for a member: by the policy it was booked under, or letting go what would stay owed. Ending what runs frees its rest. */
import { createSignal, type JSX, Show } from 'solid-js'
import { refunded } from '../../domain/bookings/cancellation/owed.ts'
import { refundStepAt } from '../../domain/bookings/cancellation/refund-step.ts'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { createNow } from '../app/clock.ts'
import { makeIntent, type SendAnswer, sendIntent } from '../sync/send-intent.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/team-words.ts'
import { showToast } from '../ui/toast.tsx'
import { whyNot } from './why-not.ts'

type Send = () => Promise<SendAnswer>

export function CancelArrival(props: {
  readonly arrival: Arrival
  readonly onClose: () => void
}): JSX.Element {
  const now = createNow()
  const [trouble, setTrouble] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const byPolicy = () => {
    const { terms, state, startsAt, endsAt } = props.arrival
    if (terms === null) return null
    const interval = { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
    return refunded(terms, refundStepAt({ ...terms, state, interval }, now()))
  }
  const isRunning = () => props.arrival.startsAt < now() && props.arrival.state !== 'held'

  async function act(send: Send, done: string): Promise<void> {
    setBusy(true)
    const answer = await send()
    setBusy(false)
    const why = whyNot(answer, words.operator.needsConnection)
    if (why !== null) return void setTrouble(why)
    showToast(done)
    props.onClose()
  }
  const { bookingId, memberName } = props.arrival
  const cancel = (waive: boolean) => () =>
    sendIntent(makeIntent('booking.cancel', waive ? { bookingId, waive } : { bookingId }))
  const end = () => sendIntent(makeIntent('booking.end', { bookingId }))
  return (
    <Sheet title={words.operator.cancelFor(memberName)} onClose={props.onClose}>
      <div class="stack">
        <Choice
          label={words.operator.cancelByPolicy}
          told={told()}
          isOff={isBusy()}
          onPress={() => void act(cancel(false), words.operator.cancelledFor(memberName))}
        />
        <Choice
          label={words.operator.cancelAndWaive}
          told={words.operator.waiveSentence}
          isOff={isBusy()}
          onPress={() => void act(cancel(true), words.operator.cancelledFor(memberName))}
        />
        <Show when={isRunning()}>
          <Choice
            label={words.bookings.endNow}
            told={words.operator.endSentence}
            isOff={isBusy()}
            onPress={() => void act(end, words.operator.endedFor(memberName))}
          />
        </Show>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
      </div>
    </Sheet>
  )

  function told(): string {
    const found = byPolicy()
    return found === null ? '' : words.cancellation.result(found.refundDue, found.owed)
  }
}

function Choice(props: {
  readonly label: string
  readonly told: string
  readonly isOff: boolean
  readonly onPress: () => void
}): JSX.Element {
  return (
    <div class="stack" data-gap="small">
      <button
        type="button"
        class="button"
        data-wide
        disabled={props.isOff}
        onClick={() => props.onPress()}
      >
        {props.label}
      </button>
      <p class="soft">{props.told}</p>
    </div>
  )
}
