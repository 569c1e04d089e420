/** Money of the member's that the space keeps: what is left of it, until when, and where it came from and went. */
import { For, type JSX, Show } from 'solid-js'
import { comesBackOn } from '../../domain/billing/deposits/deposit.ts'
import { type FundStory, leftOf } from '../../domain/billing/fund.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { words } from '../ui/words.ts'

export function OwnFunds(props: {
  readonly funds: readonly FundStory[]
  readonly member: Member
}): JSX.Element {
  return (
    <Show when={props.funds.length > 0}>
      <section class="stack" aria-labelledby="own-funds">
        <h2 id="own-funds">{words.funds.title}</h2>
        <ul class="bill-list">
          <For each={props.funds}>{(story) => <FundRow story={story} member={props.member} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function FundRow(props: { readonly story: FundStory; readonly member: Member }): JSX.Element {
  const fund = () => props.story.fund
  const left = () => leftOf(props.story)
  const isLeft = () => left().amountMinor > 0
  const purpose = () => {
    const { kind, isReturned, membershipId } = fund()
    if (kind === 'credit') return words.funds.paysNext
    if (isReturned === true) return words.funds.byCardAgain
    const on = comesBackOn(membershipId, props.member.memberships)
    return on === null ? words.funds.kept : words.funds.comesBack(on)
  }
  return (
    <li class="fund">
      <strong>{isLeft() ? words.funds.left(fund(), left()) : words.funds.usedUp(fund())}</strong>
      <span class="soft">
        {fund().reason}
        <Show when={isLeft()}>. {purpose()}</Show>
      </span>
      <ul class="soft">
        <li>{words.funds.given(fund())}</li>
        <For each={props.story.moves}>
          {(move) => (
            <li>
              <Show when={move.billId} fallback={words.funds.move(move)}>
                {(id) => <a href={`/bills/${id()}`}>{words.funds.move(move)}</a>}
              </Show>
              <Show when={move.kind !== 'pays' && move.reference}>
                {(reason) => <> {words.funds.because(reason())}</>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}
