/** What was done on this device and waits for the space, or that the space said no to: how far it has come, why not, and the way back. */
import { type JSX, Show } from 'solid-js'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import { dismiss } from '../store/dismissed.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'

/** Null: the space heard of it too late. */
export function whyNotDone({ refusal }: { readonly refusal: Refusal | null }): string {
  return refusal === null ? words.support.expired : words.support.refused(words.refusal(refusal))
}

/** How far something has come that was done on this device. */
export function WaitingMark(props: {
  readonly waiting: 'saved' | 'sent' | 'expired'
}): JSX.Element {
  const isHere = () => props.waiting === 'saved'
  return (
    <span class="state" data-tone="held">
      <Icon name={isHere() ? 'saved' : 'sent'} />
      {isHere() ? words.states.words.saved : words.support.underway}
    </span>
  )
}

export function NotDoneNotice(props: {
  readonly id: IntentId
  /** What it was. */
  readonly what: string
  readonly why: string
  /** Does it once more, on what is known now; none where it has been done otherwise meanwhile. */
  readonly onAgain?: () => void
  /** What was written. */
  readonly children?: JSX.Element
}): JSX.Element {
  return (
    <div class="notice stack" data-gap="small" data-tone="problem" role="alert">
      <p>
        <strong>{props.what}</strong>: {props.why}
      </p>
      {props.children}
      <div class="row">
        <Show when={props.onAgain}>
          {(again) => (
            <button type="button" class="button" onClick={() => again()()}>
              {words.app.tryAgain}
            </button>
          )}
        </Show>
        <button type="button" class="button" data-kind="quiet" onClick={() => dismiss(props.id)}>
          {words.support.discard}
        </button>
      </div>
    </div>
  )
}
