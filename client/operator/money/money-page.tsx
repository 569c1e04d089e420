/** What is open and who owes it, the billing run, and how the location bills. For who keeps the books. */
import { useParams } from '@solidjs/router'
import { type Component, createResource, type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import '../operator.css'
import '../settings/settings.css'
import './money.css'
import { mayCommand } from '../../../domain/access/permissions.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import { Tabs } from '../tabs.tsx'
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
import { TaxIdsPart } from './tax-ids-part.tsx'

const parts = ['bills', 'run', 'funds', 'promos', 'plans', 'settings'] as const

const addressOf = (part: (typeof parts)[number]) =>
  part === 'bills' ? '/operator/money' : `/operator/money/${part}`

/** Parts of other rooms, given by the routes. */
export interface MoneyParts {
  readonly plans: Component<{ readonly space: Space }>
}

export function MoneyPage(props: MoneyParts): JSX.Element {
  return (
    <OnlyForWhoMay kind="bill.pay">{(space) => <Money {...props} space={space()} />}</OnlyForWhoMay>
  )
}

function Money(props: MoneyParts & { readonly space: Space }): JSX.Element {
  const params = useParams<{ part?: string }>()
  /** Plans of members are changed by who manages the space. */
  const shown = () => {
    const { id, role, siteIds } = props.space.member
    const mayPlan = mayCommand({ memberId: id, role, siteIds }, 'membership.for-others')
    return parts.filter((one) => one !== 'plans' || mayPlan)
  }
  const part = () => shown().find((one) => one === params.part) ?? 'bills'
  const [books, { refetch }] = createResource(() => props.space.catalogue.site.id, readBooks)
  const reload = async () => {
    await refetch()
  }
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <h1>{words.billing.office}</h1>
      <Tabs
        label={words.billing.office}
        tabs={shown().map((one) => ({ href: addressOf(one), label: words.billing.parts[one] }))}
        open={addressOf(part())}
      />
      <Switch
        fallback={
          <Show when={books.latest !== null} fallback={<p>{words.settings.needsConnection}</p>}>
            <Show when={books.latest}>
              {(found) => (
                <Parts part={part()} space={props.space} books={found()} onChange={reload} />
              )}
            </Show>
          </Show>
        }
      >
        <Match when={part() === 'settings'}>
          <BillingPart space={props.space} />
          <TaxIdsPart space={props.space} />
          <SigningPart space={props.space} />
        </Match>
        <Match when={part() === 'plans'}>
          <Suspense>
            <props.plans space={props.space} />
          </Suspense>
        </Match>
      </Switch>
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
