/** What is open and who owes it, the billing run, and how the location bills. For who keeps the books. */
import { A, useParams } from '@solidjs/router'
import { createResource, For, type JSX, Match, Show, Switch } from 'solid-js'
import '../operator.css'
import '../settings/settings.css'
import './money.css'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import { Accounts } from './accounts.tsx'
import { BillList } from './bill-list.tsx'
import { BillingPart } from './billing-part.tsx'
import { FailedPayments, Refunds } from './failed-payments.tsx'
import { FundsPart } from './funds-part.tsx'
import { MatchPart } from './match-part.tsx'
import { OpenByPayer } from './open-by-payer.tsx'
import { PromosPart } from './promos-part.tsx'
import { type Books, readBooks } from './read-books.ts'
import { RunPart } from './run-part.tsx'
import { SigningPart } from './signing-part.tsx'

const parts = ['bills', 'run', 'funds', 'promos', 'settings'] as const

export function MoneyPage(): JSX.Element {
  return <OnlyForWhoMay kind="bill.pay">{(space) => <Money space={space()} />}</OnlyForWhoMay>
}

function Money(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ part?: string }>()
  const part = () => parts.find((one) => one === params.part) ?? 'bills'
  const [books, { refetch }] = createResource(() => props.space.catalogue.site.id, readBooks)
  const reload = async () => {
    await refetch()
  }
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <h1>{words.billing.office}</h1>
      <nav class="strip" aria-label={words.billing.office}>
        <For each={parts}>
          {(one) => (
            <A
              class="chip"
              href={one === 'bills' ? '/operator/money' : `/operator/money/${one}`}
              end
              aria-current={one === part() ? 'page' : undefined}
            >
              {words.billing.parts[one]}
            </A>
          )}
        </For>
      </nav>
      <Show
        when={part() !== 'settings'}
        fallback={
          <>
            <BillingPart space={props.space} />
            <SigningPart space={props.space} />
          </>
        }
      >
        <Show when={books.latest !== null} fallback={<p>{words.settings.needsConnection}</p>}>
          <Show when={books.latest}>
            {(found) => (
              <Parts part={part()} space={props.space} books={found()} onChange={reload} />
            )}
          </Show>
        </Show>
      </Show>
    </main>
  )
}

function Parts(props: {
  readonly part: (typeof parts)[number]
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.part === 'bills'}>
        <FailedPayments space={props.space} books={props.books} />
        <Refunds books={props.books} />
        <OpenByPayer books={props.books} today={props.space.today} />
        <BillList space={props.space} books={props.books} onChange={props.onChange} />
        <MatchPart space={props.space} />
        <Accounts space={props.space} />
      </Match>
      <Match when={props.part === 'funds'}>
        <FundsPart space={props.space} books={props.books} onChange={props.onChange} />
      </Match>
      <Match when={props.part === 'promos'}>
        <PromosPart space={props.space} />
      </Match>
      <Match when={props.part === 'run'}>
        <RunPart space={props.space} books={props.books} onChange={props.onChange} />
      </Match>
    </Switch>
  )
}
