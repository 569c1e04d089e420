/** Credits that were given and deposits that are kept: how much is left, of whom, and what can be done with each. */
import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import { type FundKind, type FundStory, leftOf } from '../../../domain/billing/fund.ts'
import { add, type Money, zero } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { AskedFor } from './asked-for.tsx'
import { EndSheet } from './end-sheet.tsx'
import { FundSheet } from './fund-sheet.tsx'
import { KeepSheet, WithdrawAskSheet } from './keep-sheet.tsx'
import type { Books } from './read-books.ts'
import { type KeptFund, type KeptFunds, readKeptFunds } from './read-funds.ts'
import { ReturnSheet } from './return-sheet.tsx'

export type Opened =
  | { readonly kind: 'new'; readonly of: FundKind }
  | { readonly kind: 'withdraw' | 'return' | 'keep'; readonly story: FundStory }
  | { readonly kind: 'came' | 'do-without'; readonly ask: DepositAsk }

export function FundsPart(props: {
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [kept, { refetch }] = createResource(() => props.space.catalogue.site.id, readKeptFunds)
  const [opened, setOpened] = createSignal<Opened | null>(null)
  const done = () => {
    setOpened(null)
    void refetch()
    void props.onChange()
  }
  const close = () => setOpened(null)
  const about = (kind: Opened['kind']) => {
    const now = opened()
    return now?.kind === kind && 'story' in now ? now.story : null
  }
  const asked = (kind: Opened['kind']) => {
    const now = opened()
    return now?.kind === kind && 'ask' in now ? now.ask : null
  }
  const fresh = () => {
    const now = opened()
    return now?.kind === 'new' ? now.of : null
  }
  return (
    <Show when={kept.latest} fallback={<p>{words.settings.needsConnection}</p>}>
      {(found) => (
        <>
          <Kept space={props.space} kept={found()} onOpen={setOpened} />
          <Switch>
            <Match when={fresh()}>
              {(of) => (
                <FundSheet
                  space={props.space}
                  kind={of()}
                  payers={found().payers}
                  onClose={close}
                  onDone={done}
                />
              )}
            </Match>
            <Match when={asked('came')}>
              {(ask) => (
                <FundSheet
                  space={props.space}
                  kind="deposit"
                  asked={ask()}
                  payers={found().payers}
                  onClose={close}
                  onDone={done}
                />
              )}
            </Match>
            <Match when={asked('do-without')}>
              {(ask) => <WithdrawAskSheet ask={ask()} onClose={close} onDone={done} />}
            </Match>
            <Match when={about('keep')}>
              {(story) => (
                <KeepSheet
                  bills={props.books.bills}
                  story={story()}
                  onClose={close}
                  onDone={done}
                />
              )}
            </Match>
            <Match when={about('withdraw')}>
              {(story) => <EndSheet story={story()} onClose={close} onDone={done} />}
            </Match>
            <Match when={about('return')}>
              {(story) => (
                <ReturnSheet space={props.space} story={story()} onClose={close} onDone={done} />
              )}
            </Match>
          </Switch>
        </>
      )}
    </Show>
  )
}

function Kept(props: {
  readonly space: Space
  readonly kept: KeptFunds
  readonly onOpen: (opened: Opened) => void
}): JSX.Element {
  const open = () => props.kept.funds.filter((story) => leftOf(story).amountMinor > 0)
  const gone = () => props.kept.funds.filter((story) => leftOf(story).amountMinor === 0)
  const sumOf = (kind: FundKind): Money =>
    open()
      .filter(({ fund }) => fund.kind === kind)
      .map(leftOf)
      .reduce(add, zero(props.space.catalogue.site.currency))
  return (
    <section class="stack" aria-label={words.funds.title}>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => props.onOpen({ kind: 'new', of: 'credit' })}
        >
          {words.funds.give}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => props.onOpen({ kind: 'new', of: 'deposit' })}
        >
          {words.funds.take}
        </button>
      </div>
      <AskedFor asks={props.kept.asks} onOpen={props.onOpen} />
      <Show when={open().length > 0} fallback={<p class="empty">{words.funds.none}</p>}>
        <p>
          {words.funds.keptInAll(
            words.billing.money(sumOf('credit')),
            words.billing.money(sumOf('deposit')),
          )}
        </p>
        <ul class="waiting">
          <For each={open()}>{(story) => <KeptRow story={story} onOpen={props.onOpen} />}</For>
        </ul>
      </Show>
      <Show when={gone().length > 0}>
        <details>
          <summary>{words.funds.usedUpSummary}</summary>
          <ul class="waiting">
            <For each={gone()}>{(story) => <KeptRow story={story} onOpen={props.onOpen} />}</For>
          </ul>
        </details>
      </Show>
    </section>
  )
}

function KeptRow(props: {
  readonly story: KeptFund
  readonly onOpen: (opened: Opened) => void
}): JSX.Element {
  const fund = () => props.story.fund
  const left = () => leftOf(props.story)
  const act = (kind: 'withdraw' | 'return' | 'keep', label: string, named: string) => (
    <button
      type="button"
      class="button"
      aria-label={named}
      onClick={() => props.onOpen({ kind, story: props.story })}
    >
      {label}
    </button>
  )
  return (
    <li class="bill-row">
      <span class="stack" data-gap="small">
        <strong>{fund().payerName}</strong>
        <span>
          {left().amountMinor > 0 ? words.funds.left(fund(), left()) : words.funds.usedUp(fund())}
        </span>
        <span class="soft">{fund().reason}</span>
        <Show when={left().amountMinor > 0}>
          <Show when={fund().isReturned}>
            <span class="state" data-tone="problem">
              {words.funds.notToCard}
            </span>
          </Show>
          <Show when={props.story.comesBackOn}>
            {(on) => (
              <span class="state" data-tone="held">
                {words.funds.toReturn(on())}
              </span>
            )}
          </Show>
        </Show>
        <span class="soft">{words.funds.given(fund())}</span>
        <For each={props.story.moves}>
          {(move) => (
            <span class="soft">
              <Show when={move.billId} fallback={words.funds.move(move)}>
                {(id) => <a href={`/bills/${id()}`}>{words.funds.move(move)}</a>}
              </Show>
              <Show when={move.kind !== 'pays' && move.reference}>
                {(reason) => <> {words.funds.because(reason())}</>}
              </Show>
            </span>
          )}
        </For>
      </span>
      <span class="row bill-acts">
        <Show when={left().amountMinor > 0}>
          <Show
            when={fund().kind === 'deposit'}
            fallback={act(
              'withdraw',
              words.funds.withdraw,
              words.funds.withdrawNamed(fund().payerName),
            )}
          >
            {act('return', words.funds.returnIt, words.funds.returnNamed(fund().payerName))}
            {act('keep', words.funds.keepPart, words.funds.keepNamedOf(fund().payerName))}
          </Show>
        </Show>
      </span>
    </li>
  )
}
