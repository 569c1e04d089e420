/** Among what needs a member on Today, only when a card was declined or a bank asks: what happened, what it keeps from, and the two ways out. */
import { createEffect, type JSX } from 'solid-js'
import { needsSomebody, type PayStanding } from '../../domain/billing/paying/pay-standing.ts'
import { type BillStory, openOf } from '../../domain/billing/payment.ts'
import type { Space } from '../app/with-space.tsx'
import { createBills } from '../store/bills.ts'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { DeclinedSentence } from './declined-sentence.tsx'
import { createPaying } from './paying-state.ts'

export function MoneyNeeds(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const bills = createBills()
  const paying = createPaying()
  createEffect(() => {
    if (bills() !== undefined && paying.isKnown()) props.onKnown()
  })
  const needing = () =>
    (bills() ?? [])
      .filter(({ bill }) => bill.siteId === props.space.catalogue.site.id)
      .filter((story) => openOf(story).amountMinor > 0)
      .map((story) => ({ story, standing: paying.standingOf(story, props.space) }))
      .filter(({ standing }) => needsSomebody(standing))
  return (
    <KeyedFor each={needing()} by={({ story }) => story.bill.id}>
      {(one) => (
        <li>
          <Needing story={one().story} standing={one().standing} />
        </li>
      )}
    </KeyedFor>
  )
}

function Needing(props: {
  readonly story: BillStory
  readonly standing: PayStanding
}): JSX.Element {
  const open = () => openOf(props.story)
  return (
    <article class="card stack" data-gap="small" aria-label={words.paying.needsYou}>
      <strong>
        {props.standing.isConfirmNeeded
          ? words.paying.confirmNeeded(open())
          : words.paying.attention(open())}
      </strong>
      <DeclinedSentence standing={props.standing} />
      <div class="row">
        <a class="button" data-kind="primary" href={`/bills/${props.story.bill.id}`}>
          {props.standing.isConfirmNeeded ? words.paying.confirm : words.paying.pay(open())}
        </a>
        <a class="button" href="/me/payment-methods">
          {words.paying.changeCard}
        </a>
      </div>
    </article>
  )
}
