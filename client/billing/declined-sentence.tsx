/** What happened to a declined card, what happens next, and what is not possible meanwhile. */
import { type JSX, Show } from 'solid-js'
import type { PayStanding } from '../../domain/billing/paying/pay-standing.ts'
import { words } from '../ui/words.ts'

export function DeclinedSentence(props: { readonly standing: PayStanding }): JSX.Element {
  return (
    <Show when={props.standing.dunning}>
      {(dunning) => (
        <p>
          {words.paying.failed(dunning().last.method.label, dunning().last.why, dunning().last.on)}{' '}
          <Show when={props.standing.nextTry} fallback={words.paying.noNextTry}>
            {(on) => words.paying.nextTry(on())}
          </Show>{' '}
          {words.paying.blocked(props.standing.block)}{' '}
          <Show when={props.standing.nextBlock}>
            {(next) => words.paying.blockedFrom(next().on, next().block)}
          </Show>
        </p>
      )}
    </Show>
  )
}
