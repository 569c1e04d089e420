/** Every bill with how it stands: looked at, marked as paid, credited. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import {
  type BillStanding,
  type BillStory,
  openOf,
  standingOf,
} from '../../../domain/billing/payment.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/words.ts'
import { CreditSheet } from './credit-sheet.tsx'
import { PaymentSheet } from './payment-sheet.tsx'
import type { Books } from './read-books.ts'

const tones: Readonly<Record<BillStanding, string>> = {
  open: 'held',
  overdue: 'problem',
  paid: 'available',
  credited: 'available',
  'to-pay-back': 'held',
}

type Opened = { readonly kind: 'pay' | 'credit'; readonly story: BillStory }

export function BillList(props: {
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [opened, setOpened] = createSignal<Opened | null>(null)
  const close = () => setOpened(null)
  const done = () => {
    close()
    void props.onChange()
  }
  return (
    <section class="stack" data-gap="small" aria-labelledby="all-bills">
      <h2 id="all-bills">{words.billing.bills}</h2>
      <Show when={props.books.bills.length >= limits.billsListedMax}>
        <p class="soft">{words.billing.listed(limits.billsListedMax)}</p>
      </Show>
      <ul class="waiting">
        <For
          each={inOrder(props.books.bills, props.space.today)}
          fallback={
            <li class="empty">
              <Icon name="list" />
              {words.billing.noBills}
            </li>
          }
        >
          {(story) => <BillRow space={props.space} story={story} onOpen={setOpened} />}
        </For>
      </ul>
      <Show when={opened()} keyed>
        {({ kind, story }) =>
          kind === 'pay' ? (
            <PaymentSheet space={props.space} story={story} onClose={close} onDone={done} />
          ) : (
            <CreditSheet space={props.space} story={story} onClose={close} onDone={done} />
          )
        }
      </Show>
    </section>
  )
}

/** What somebody must see to first; then the newest first. */
const urgency: Readonly<Record<BillStanding, number>> = {
  overdue: 0,
  'to-pay-back': 1,
  open: 2,
  paid: 3,
  credited: 3,
}

function inOrder(bills: readonly BillStory[], today: LocalDate): readonly BillStory[] {
  return bills.toSorted((a, b) => urgency[standingOf(a, today)] - urgency[standingOf(b, today)])
}

function BillRow(props: {
  readonly space: Space
  readonly story: BillStory
  readonly onOpen: (opened: Opened) => void
}): JSX.Element {
  const bill = () => props.story.bill
  const open = () => openOf(props.story)
  const standing = () => standingOf(props.story, props.space.today)
  return (
    <li class="bill-row">
      <a href={`/bills/${bill().id}`} aria-label={words.billing.view(bill().number)}>
        <strong>{bill().payerName}</strong>
        <span class="soft">
          {bill().number}, {words.billing.period(bill().period)}
        </span>
      </a>
      <span class="bill-sum">
        {words.billing.money(bill().total)}
        <span class="state" data-tone={tones[standing()]}>
          {words.billing.standing(standing())}
          <Show when={open().amountMinor !== 0 && open().amountMinor !== bill().total.amountMinor}>
            , {words.billing.money(open())}
          </Show>
        </span>
      </span>
      <span class="row bill-acts">
        <Show when={open().amountMinor !== 0}>
          <button
            type="button"
            class="button"
            aria-label={words.billing.markPaidBill(bill().number)}
            onClick={() => props.onOpen({ kind: 'pay', story: props.story })}
          >
            {open().amountMinor < 0 ? words.billing.payBack : words.billing.markPaid}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.billing.creditBill(bill().number)}
          onClick={() => props.onOpen({ kind: 'credit', story: props.story })}
        >
          {words.billing.creditNote}
        </button>
      </span>
    </li>
  )
}
