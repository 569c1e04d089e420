/** One bill as a document: on the screen, and on paper. From this device where it is the member's own, else from the space for who keeps the books. */

import { useParams } from '@solidjs/router'
import { createResource, For, type JSX, Show } from 'solid-js'
import { BackLink } from '../ui/back-link.tsx'
import './billing.css'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import { type BillStory, openOf, standingOf } from '../../domain/billing/payment.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { readJson } from '../app/ask-space.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBills } from '../store/bills.ts'
import { createPapers } from '../store/papers.ts'
import { StandingBadge } from '../ui/standing-badge.tsx'
import { words } from '../ui/words.ts'
import { BillLines } from './bill-lines.tsx'
import { type ListedPapers, PaperList } from './paper-list.tsx'
import { PayBill } from './pay-bill.tsx'

export function BillPage(): JSX.Element {
  return <WithSpace>{(space) => <Document space={space()} />}</WithSpace>
}

function Document(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ bill: string }>()
  const bills = createBills()
  const own = () => bills()?.find(({ bill }) => bill.id === params.bill)
  const asked = () => (bills() !== undefined && own() === undefined ? params.bill : null)
  const [found] = createResource(asked, fetchBill)
  const story = () => own() ?? found() ?? null
  return (
    <main class="page" id="main" tabindex="-1">
      <Show
        when={story()}
        fallback={
          <p role="status">{found.loading || bills() === undefined ? '' : words.billing.unknown}</p>
        }
      >
        {(one) => (
          <>
            <BackLink
              href={own() === undefined ? '/operator/money' : '/me/bills'}
              label={words.billing.back}
            />
            <div class="row bill-tools">
              <button type="button" class="button" onClick={() => window.print()}>
                {words.billing.print}
              </button>
              <Show when={own() !== undefined}>
                <a class="button" data-kind="quiet" href={`/me/help/new?bill=${params.bill}`}>
                  {words.support.askAboutBill}
                </a>
              </Show>
            </div>
            <Show when={own() !== undefined}>
              <PayBill story={one()} space={props.space} />
            </Show>
            <BillDocument story={one()} today={props.space.today} />
            <Papers story={one()} />
          </>
        )}
      </Show>
    </main>
  )
}

/** From this device; what it has none of, another payer's or one that is being made, from the space. */
function Papers(props: { readonly story: BillStory }): JSX.Element {
  const kept = createPapers()
  const own = () => kept()?.papers.some(({ billId }) => billId === props.story.bill.id)
  const [told] = createResource(
    () => (own() === false ? props.story.bill.id : null),
    (id) => readJson<ListedPapers>(`/api/bills/${id}/papers`),
  )
  return (
    <Show when={own() === true ? kept() : told()}>
      {(listed) => <PaperList story={props.story} listed={listed()} />}
    </Show>
  )
}

/** Null where there is none, or no connection. */
function fetchBill(id: string): Promise<BillStory | null> {
  return readJson(`/api/bills/${id}`)
}

function BillDocument(props: {
  readonly story: BillStory
  readonly today: LocalDate
}): JSX.Element {
  const bill = () => props.story.bill
  const facts = (): readonly (readonly [string, string])[] => [
    [words.billing.issuedOn, words.billing.fullDate(bill().issuedOn)],
    ...(isForDamage(bill())
      ? []
      : ([
          [words.billing.periodLabel, words.billing.period(bill().period)],
          [words.billing.due, words.billing.fullDate(bill().dueOn)],
        ] as const)),
  ]
  return (
    <article class="bill" aria-labelledby="bill-number">
      <div class="bill-head">
        <address class="as-typed">
          <strong>{bill().company.name}</strong>
          {`\n${bill().company.address}`}
          <Show when={bill().company.taxId}>
            {(taxId) => `\n${words.billing.taxId} ${taxId()}`}
          </Show>
        </address>
        <div class="stack" data-gap="small">
          <h1 id="bill-number">
            {words.billing.kindOf(bill())} <span>{bill().number}</span>
          </h1>
          <StandingBadge standing={standingOf(props.story, props.today)} />
        </div>
      </div>
      <div class="bill-head">
        <p>
          <span class="soft">{words.billing.to}</span>
          <br />
          <strong>{bill().billTo?.name || bill().payerName}</strong>
          <Show when={bill().billTo}>
            {(to) => (
              <span class="soft as-typed">
                {`\n${words.billing.addressLines(to()).join('\n')}`}
              </span>
            )}
          </Show>
        </p>
        <dl class="bill-facts">
          <For each={facts()}>
            {([term, said]) => (
              <>
                <dt class="soft">{term}</dt>
                <dd>{said}</dd>
              </>
            )}
          </For>
        </dl>
      </div>
      <BillLines bill={bill()} />
      <Show when={isForDamage(bill())}>
        <p class="soft">
          {words.billing.damageNote} {words.billing.damagePaid}
        </p>
      </Show>
      <BecameOfIt story={props.story} />
    </article>
  )
}

/** Credit notes, payments, and what is left. */
function BecameOfIt(props: { readonly story: BillStory }): JSX.Element {
  const rows = () => [
    ...props.story.credits.map(({ number, issuedOn, reason, total }) => ({
      what: words.billing.credit(number, issuedOn),
      more: reason,
      amount: total,
    })),
    ...props.story.payments.map(({ method, on, reference, amount }) => ({
      what:
        amount.amountMinor < 0
          ? words.billing.paidBack(method, on)
          : words.billing.paid(method, on),
      more: reference,
      amount: { ...amount, amountMinor: -amount.amountMinor },
    })),
  ]
  const disputed = () =>
    (props.story.disputes ?? []).map(words.paying.disputed).filter((said) => said !== '')
  return (
    <Show when={rows().length > 0}>
      <For each={disputed()}>{(said) => <p class="soft">{said}</p>}</For>
      <table class="bill-lines">
        <tbody>
          <For each={rows()}>
            {({ what, more, amount }) => (
              <tr>
                <td>
                  {what}
                  <span class="soft">{more}</span>
                </td>
                <td>{words.billing.money(amount)}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.billing.open}</th>
            <td>
              <strong>{words.billing.money(openOf(props.story))}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </Show>
  )
}
