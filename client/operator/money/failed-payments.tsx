/** Cards that were declined, the longest first: why, since when, what that keeps the payer from, and when they are tried again. */
import { For, type JSX, Show } from 'solid-js'
import {
  needsSomebody,
  type PayStanding,
  payStanding,
} from '../../../domain/billing/paying/pay-standing.ts'
import { planRefunds } from '../../../domain/billing/paying/refund.ts'
import { type BillStory, openOf } from '../../../domain/billing/payment.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import type { Books } from './read-books.ts'

const said = words.paying

export function FailedPayments(props: {
  readonly space: Space
  readonly books: Books
}): JSX.Element {
  const failed = () =>
    props.books.bills
      .map((story) => ({ story, standing: standingIn(props.books, story, props.space) }))
      .filter(({ standing }) => needsSomebody(standing))
      .toSorted((a, b) => sinceOf(a.standing).localeCompare(sinceOf(b.standing)))
  return (
    <Show when={failed().length > 0}>
      <section class="stack" data-gap="small" aria-labelledby="failed-payments">
        <h2 id="failed-payments">{said.failedPayments}</h2>
        <ul class="waiting">
          <For each={failed()}>
            {({ story, standing }) => <Failed story={story} standing={standing} />}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function standingIn(books: Books, story: BillStory, { catalogue, today }: Space): PayStanding {
  return payStanding({
    ...{ story, today, settings: catalogue.site.billing.dunning },
    attempts: books.paying.attempts.filter(({ purpose }) => purpose.id === story.bill.id),
    hasMethod: books.paying.charged.includes(payerId(story.bill.payer)),
  })
}

/** Who is only asked to confirm comes after whoever was declined. */
function sinceOf({ dunning }: PayStanding): string {
  return dunning?.since ?? '9999'
}

function Failed(props: { readonly story: BillStory; readonly standing: PayStanding }): JSX.Element {
  const { bill } = props.story
  return (
    <li class="bill-row">
      <a href={`/bills/${bill.id}`} aria-label={words.billing.view(bill.number)}>
        <strong>{bill.payerName}</strong>
        <span class="soft">
          <Show when={props.standing.dunning} fallback={said.waitsForPayer}>
            {(dunning) => said.why(dunning().last.method.label, dunning().last.why)}
          </Show>{' '}
          <Show when={props.standing.dunning}>
            <Show when={props.standing.nextTry} fallback={said.noNextTry}>
              {(on) => said.nextTry(on())}
            </Show>
          </Show>
        </span>
      </a>
      <span class="bill-sum">
        {words.billing.money(openOf(props.story))}
        <Show when={props.standing.dunning}>
          {(dunning) => (
            <span class="state" data-tone="problem">
              {said.stateSince(dunning().state, dunning().since)}
            </span>
          )}
        </Show>
        <Show when={props.standing.block !== 'nothing'}>
          <span class="soft">{said.keptFrom(props.standing.block)}</span>
        </Show>
      </span>
    </li>
  )
}

/** Money that is on its way back to a card, that no card took, which who keeps the books pays back by hand, or that a bank took back itself. */
export function Refunds(props: { readonly books: Books }): JSX.Element {
  const rows = () =>
    props.books.bills.flatMap((story) => {
      const own = props.books.paying.refunds.filter(({ billId }) => billId === story.bill.id)
      const waiting = own.filter(({ state }) => state === 'created')
      const { byHand } = planRefunds(story, own)
      const hasFailed = own.some(({ state }) => state === 'failed')
      const disputes = (story.disputes ?? []).filter(({ state }) => state === 'open')
      return [
        ...disputes.map(({ amount, answerBy }) => ({
          story,
          says: said.disputeOpen(amount, answerBy),
        })),
        ...waiting.map(({ amount, isDisputed }) => ({
          story,
          says: isDisputed === true ? said.refundDisputed(amount) : said.refundOnTheWay(amount),
        })),
        ...(byHand.amountMinor > 0
          ? [{ story, says: hasFailed ? said.refundFailed(byHand) : said.byHand(byHand) }]
          : []),
      ]
    })
  return (
    <Show when={rows().length > 0}>
      <section class="stack" data-gap="small" aria-labelledby="refunds">
        <h2 id="refunds">{said.refunds}</h2>
        <ul class="waiting">
          <For each={rows()}>
            {({ story: { bill }, says }) => (
              <li class="bill-row">
                <a href={`/bills/${bill.id}`} aria-label={words.billing.view(bill.number)}>
                  <strong>{bill.payerName}</strong>
                  <span class="soft">
                    {bill.number}: {says}
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
