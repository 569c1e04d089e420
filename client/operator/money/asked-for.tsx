/** Deposits that plans have asked for and that have not come: of whom, since when, what a card said, and what the space may do about it. */
import { For, type JSX, Show } from 'solid-js'
import { words } from '../../ui/words.ts'
import type { Opened } from './funds-part.tsx'
import type { KeptAsk } from './read-funds.ts'

export function AskedFor(props: {
  readonly asks: readonly KeptAsk[]
  readonly onOpen: (opened: Opened) => void
}): JSX.Element {
  return (
    <Show when={props.asks.length > 0}>
      <section class="stack" aria-labelledby="asked-for">
        <h2 id="asked-for">{words.funds.askedFor}</h2>
        <ul class="waiting">
          <For each={props.asks}>{(ask) => <AskRow ask={ask} onOpen={props.onOpen} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function AskRow(props: {
  readonly ask: KeptAsk
  readonly onOpen: (opened: Opened) => void
}): JSX.Element {
  const name = () => props.ask.payerName
  return (
    <li class="bill-row">
      <span class="stack" data-gap="small">
        <strong>{name()}</strong>
        <span>{words.funds.ask(props.ask.amount, props.ask.plan)}</span>
        <span class="soft">{words.funds.askedSince(props.ask.askedOn, props.ask.dueOn)}</span>
        <Show when={props.ask.failedOn}>
          {(on) => (
            <span class="state" data-tone="problem">
              {words.funds.askDeclined(on())}
            </span>
          )}
        </Show>
      </span>
      <span class="row bill-acts">
        <button
          type="button"
          class="button"
          aria-label={words.funds.noteAskedNamed(name())}
          onClick={() => props.onOpen({ kind: 'came', ask: props.ask })}
        >
          {words.funds.noteAsked}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.funds.withdrawAskNamed(name())}
          onClick={() => props.onOpen({ kind: 'do-without', ask: props.ask })}
        >
          {words.funds.withdrawAsk}
        </button>
      </span>
    </li>
  )
}
