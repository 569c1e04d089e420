/** Deposits that the member, or the team they manage, is asked for: why, until when, and the way to the page where one is paid at once. */
import { useSearchParams } from '@solidjs/router'
import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import { failuresOf } from '../../domain/billing/paying/dunning.ts'
import { readAttempts } from '../../domain/billing/paying/told.ts'
import { askSpace } from '../app/ask-space.ts'
import type { Space } from '../app/with-space.tsx'
import { createOwnRecords } from '../store/records.ts'
import { words } from '../ui/words.ts'
import { PayByPage } from './pay-by-page.tsx'
import { createPaying } from './paying-state.ts'
import { createOwnDeposits } from './read-own-funds.ts'

export function OwnDeposits(props: { readonly space: Space }): JSX.Element {
  const asks = createOwnDeposits(() => props.space.catalogue.site.id)
  const paying = createPaying()
  const [search] = useSearchParams<{ deposit?: string }>()
  const back = () => search.deposit ?? null
  return (
    <Show when={asks().length > 0 || back() !== null}>
      <section class="stack" aria-labelledby="own-deposits">
        <h2 id="own-deposits">{words.funds.asked}</h2>
        <Show when={back()}>
          {(id) => <ComingBack id={id()} isOpen={asks().some((one) => one.id === id())} />}
        </Show>
        <ul class="bill-list">
          <For each={asks()}>
            {(ask) => <AskRow ask={ask} isOffered={paying.isOffered()} ribbon={paying.ribbon()} />}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function AskRow(props: {
  readonly ask: DepositAsk
  /** There is somebody who moves money. */
  readonly isOffered: boolean
  readonly ribbon: string | null
}): JSX.Element {
  const attempts = createOwnRecords('attempts', readAttempts)
  const failed = () => failuresOf(attempts()?.all.get(props.ask.id) ?? []).at(-1) ?? null
  const named = () => words.funds.ask(props.ask.amount, props.ask.plan)
  return (
    <li class="fund stack" data-gap="small">
      <strong>{named()}</strong>
      <span class="soft">
        {words.funds.askWhy} {words.funds.askDue(props.ask.dueOn)}
      </span>
      <Show when={failed()}>
        {(one) => (
          <p class="state" data-tone="problem">
            {words.paying.failed(one().method.label, one().why, one().on)}
          </p>
        )}
      </Show>
      <Show when={props.isOffered}>
        <Show when={props.ribbon}>
          {(text) => (
            <p class="state" data-tone="held">
              {text()}
            </p>
          )}
        </Show>
        <PayByPage
          path={`/api/pay/deposits/${props.ask.id}`}
          says={words.paying.pay(props.ask.amount)}
          label={`${words.paying.pay(props.ask.amount)}: ${named()}`}
        />
      </Show>
    </li>
  )
}

/** Back from the page, which proves nothing: the space asks how it went, and the deposit is here as soon as it is in the books. */
function ComingBack(props: { readonly id: string; readonly isOpen: boolean }): JSX.Element {
  const [hasLooked, setHasLooked] = createSignal(false)
  onMount(async () => {
    await askSpace('POST', `/api/pay/deposits/${props.id}/look`).catch(() => null)
    setHasLooked(true)
  })
  const sentence = () => {
    if (!props.isOpen) return hasLooked() ? words.funds.askPaid : words.paying.checking
    return hasLooked() ? words.paying.notYet : words.paying.checking
  }
  return (
    <p role="status" class="state" data-tone={props.isOpen ? 'held' : 'available'}>
      {sentence()}
    </p>
  )
}
