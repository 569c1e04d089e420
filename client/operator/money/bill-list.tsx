/** Every bill with how it stands: what somebody must see to, and what is settled folded away by its period. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { openByHand } from '../../../domain/billing/decide-money.ts'
import {
  type BillStanding,
  type BillStory,
  openOf,
  standingOf,
} from '../../../domain/billing/payment.ts'
import { matchesName } from '../../../domain/memberships/matches-name.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { add, type Money, zero } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StandingBadge } from '../../ui/standing-badge.tsx'
import { words } from '../../ui/words.ts'
import { CreditSheet } from './credit-sheet.tsx'
import { PaymentSheet } from './payment-sheet.tsx'
import type { Books } from './read-books.ts'

/** Rows that are shown at once: what lies below them is reached, and a full house opens at once. */
const PART = 25

type Opened = { readonly kind: 'pay' | 'credit'; readonly story: BillStory }

export function BillList(props: {
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [opened, setOpened] = createSignal<Opened | null>(null)
  const byHand = (story: BillStory) =>
    openByHand(
      story,
      props.books.paying.refunds.filter(({ billId }) => billId === story.bill.id),
    )
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
      <Show
        when={props.books.bills.length > 0}
        fallback={
          <p class="empty">
            <Icon name="bill" />
            {words.billing.noBills}
          </p>
        }
      >
        <FoundBills
          bills={props.books.bills}
          space={props.space}
          byHand={byHand}
          onOpen={setOpened}
        />
      </Show>
      <Show when={opened()} keyed>
        {({ kind, story }) =>
          kind === 'pay' ? (
            <PaymentSheet
              space={props.space}
              story={story}
              open={byHand(story)}
              onClose={close}
              onDone={done}
            />
          ) : (
            <CreditSheet space={props.space} story={story} onClose={close} onDone={done} />
          )
        }
      </Show>
    </section>
  )
}

/** Where money is missing first. */
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

function isSettled(story: BillStory): boolean {
  return openOf(story).amountMinor === 0
}

/** The newest period first. */
function settledByPeriod(bills: readonly BillStory[]): readonly (readonly BillStory[])[] {
  const settled = bills.filter(isSettled)
  const starts = [...new Set(settled.map(({ bill }) => bill.period.from))].sort().reverse()
  return starts.map((from) => settled.filter(({ bill }) => bill.period.from === from))
}

interface RowsProps {
  readonly bills: readonly BillStory[]
  readonly space: Space
  /** What is not on its way back already. */
  readonly byHand: (story: BillStory) => Money
  readonly onOpen: (opened: Opened) => void
}

/** What somebody must see to, or what they look for; what is settled below it. */
function FoundBills(props: RowsProps): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [isAll, setIsAll] = createSignal(false)
  const isSought = () => typed().trim() !== ''
  /** Settled ones too, once somebody looks for one. */
  const sought = createMemo(() =>
    inOrder(
      props.bills.filter((story) =>
        isSought()
          ? matchesName(`${story.bill.payerName} ${story.bill.number}`, typed())
          : !isSettled(story),
      ),
      props.space.today,
    ),
  )
  const part = () => (isAll() ? sought() : sought().slice(0, PART))
  return (
    <>
      <FindField label={words.billing.findBill} value={typed()} onInput={setTyped} />
      <BillRows {...props} bills={part()} />
      <Show when={isSought() && sought().length === 0}>
        <p role="status">{words.billing.noBillFound}</p>
      </Show>
      <Show when={part().length < sought().length}>
        <div>
          <button type="button" class="button" onClick={() => setIsAll(true)}>
            {words.billing.allOpen(sought().length)}
          </button>
        </div>
      </Show>
      <For each={isSought() ? [] : settledByPeriod(props.bills)}>
        {(bills) => <Settled {...props} bills={bills} />}
      </For>
    </>
  )
}

function BillRows(props: RowsProps): JSX.Element {
  return (
    <ul class="waiting">
      <For each={props.bills}>{(story) => <BillRow {...props} story={story} />}</For>
    </ul>
  )
}

/** Its rows are made when it is unfolded: a year of a full house has hundreds. */
function Settled(props: RowsProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <Show when={props.bills[0]?.bill}>
      {(first) => (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>
            {words.billing.settled(
              first().period,
              props.bills.length,
              props.bills.reduce(
                (sum, { bill }) => add(sum, bill.total),
                zero(first().total.currency),
              ),
            )}
          </summary>
          <Show when={isOpen()}>
            <BillRows {...props} />
          </Show>
        </details>
      )}
    </Show>
  )
}

function BillRow(props: Omit<RowsProps, 'bills'> & { readonly story: BillStory }): JSX.Element {
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
        <StandingBadge standing={standing()}>
          <Show when={open().amountMinor !== 0 && open().amountMinor !== bill().total.amountMinor}>
            , {words.billing.money(open())}
          </Show>
        </StandingBadge>
      </span>
      <span class="row bill-acts">
        <Show when={props.byHand(props.story).amountMinor !== 0}>
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
