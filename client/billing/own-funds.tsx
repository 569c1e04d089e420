/** Money of the member's that the space keeps: what is left of it, until when, and where it came from and went. */
import { For, type JSX, Show } from 'solid-js'
import { type FundStory, leftOf } from '../../domain/billing/fund.ts'
import { words } from '../ui/words.ts'

export function OwnFunds(props: { readonly funds: readonly FundStory[] }): JSX.Element {
  return (
    <Show when={props.funds.length > 0}>
      <section class="stack" aria-labelledby="own-funds">
        <h2 id="own-funds">{words.funds.title}</h2>
        <ul class="bill-list">
          <For each={props.funds}>{(story) => <FundRow story={story} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function FundRow(props: { readonly story: FundStory }): JSX.Element {
  const fund = () => props.story.fund
  const left = () => leftOf(props.story)
  const isLeft = () => left().amountMinor > 0
  return (
    <li class="fund">
      <strong>{isLeft() ? words.funds.left(fund(), left()) : words.funds.usedUp(fund())}</strong>
      <span class="soft">
        {fund().reason}
        <Show when={isLeft()}>
          . {fund().kind === 'credit' ? words.funds.paysNext : words.funds.kept}
        </Show>
      </span>
      <ul class="soft">
        <li>{words.funds.given(fund())}</li>
        <For each={props.story.moves}>{(move) => <li>{words.funds.move(move)}</li>}</For>
      </ul>
    </li>
  )
}
