/** The next bill, worked out on this device from what it knows, and those that were issued. */

import { createResource, For, type JSX, Show } from 'solid-js'
import { AtOnce } from '../ui/at-once.tsx'
import { BackLink } from '../ui/back-link.tsx'
import './billing.css'
import { type BillDraft, isIssuable } from '../../domain/billing/bill.ts'
import { nextBill } from '../../domain/billing/next-bill.ts'
import type { Paper } from '../../domain/billing/papers/paper.ts'
import { firstMethod } from '../../domain/billing/paying/pay-methods.ts'
import { type BillStory, openOf, standingOf } from '../../domain/billing/payment.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { readJson } from '../app/ask-space.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBills, createOwnAsOf } from '../store/bills.ts'
import { createToldWallet } from '../store/member.ts'
import { createOwnBookings } from '../store/own-bookings.ts'
import { createPapers } from '../store/papers.ts'
import { Icon } from '../ui/icon.tsx'
import { StandingBadge } from '../ui/standing-badge.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { BillLines } from './bill-lines.tsx'
import { BillToPart, createBillTo } from './bill-to-form.tsx'
import { openPaper } from './open-paper.ts'
import { OwnDeposits } from './own-deposits.tsx'
import { OwnFunds } from './own-funds.tsx'
import { OwnPromos } from './own-promos.tsx'
import { createPaying } from './paying-state.ts'
import { createOwnAddons, createOwnFunds, createOwnPromos } from './read-own-funds.ts'
import { toldAge } from './told-age.ts'
import { YearDownload } from './year-download.tsx'

export function BillsPage(): JSX.Element {
  return (
    <WithSpace>
      {(space) => (
        <main class="page" id="main" tabindex="-1">
          <BackLink href="/me" label={words.app.places.me} />
          <h1>{words.billing.title}</h1>
          <AtOnce>
            <NextBill space={space()} />
            <Funds space={space()} />
            <Issued space={space()} />
            <OwnPromos space={space()} />
            <BillToPart space={space()} />
            <Year space={space()} />
          </AtOnce>
        </main>
      )}
    </WithSpace>
  )
}

function Funds(props: { readonly space: Space }): JSX.Element {
  const funds = createOwnFunds(() => props.space.catalogue.site.id)
  return (
    <>
      <OwnDeposits space={props.space} />
      <OwnFunds funds={funds()} member={props.space.member} />
    </>
  )
}

function ofHere(space: Space, bills: readonly BillStory[] | undefined): readonly BillStory[] {
  return (bills ?? []).filter(({ bill }) => bill.siteId === space.catalogue.site.id)
}

/** For who manages a team: what everybody in it will be billed, which no single device knows. Null without a connection. */
function fetchTeamBill(siteId: string): Promise<BillDraft | null> {
  return readJson(`/api/bills/next/${siteId}`)
}

function NextBill(props: { readonly space: Space }): JSX.Element {
  const isManager = () => props.space.member.role === 'team-manager'
  const [ofTeam] = createResource(
    () => (isManager() ? props.space.catalogue.site.id : null),
    fetchTeamBill,
  )
  const bookings = createOwnBookings()
  const wallet = createToldWallet()
  const bills = createBills()
  const funds = createOwnFunds(() => props.space.catalogue.site.id)
  const promos = createOwnPromos(() => props.space.catalogue.site.id)
  const addons = createOwnAddons(() => props.space.catalogue.site.id)
  const billTo = createBillTo(() => props.space.member)
  const asOf = createOwnAsOf(props.space.member.id)
  const next = () => {
    const own = bookings()
    if (own === undefined || bills() === undefined) return null
    const { catalogue, member, today } = props.space
    const known = {
      catalogue,
      member,
      bookings: own,
      lots: wallet().lots,
      credits: funds(),
      promos: promos(),
      addons: addons(),
      billTo: billTo(),
    }
    return nextBill({ ...known, bills: ofHere(props.space, bills()) }, today)
  }
  const age = () => toldAge(asOf() ?? 0, props.space.catalogue.zone, props.space.today)
  return (
    <section class="stack" aria-labelledby="next-bill">
      <h2 id="next-bill">{words.billing.next}</h2>
      <Show
        when={ofTeam() ?? next()}
        fallback={<p class="soft">{words.billing.notBilled(props.space.catalogue.site.name)}</p>}
      >
        {(bill) => (
          <>
            <p class="soft">
              {words.billing.nextSentence(bill().period.until)}{' '}
              <Show when={bill().payer.kind === 'team'}>
                {ofTeam() == null ? words.billing.ofTeam : words.billing.forTeam}{' '}
              </Show>
              <PaidThen bill={bill()} space={props.space} />{' '}
              <Show when={age()}>{(when) => words.billing.asOf(when())}</Show>
            </p>
            <Show when={bill().lines.length > 0} fallback={<p>{words.billing.nothingYet}</p>}>
              <div class="card">
                <BillLines bill={bill()} linkedFor={props.space.member.id} />
              </div>
              <Show when={!isIssuable(bill())}>
                <p class="soft">{words.billing.inFavour}</p>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

/** Who of a team does not manage it pays none of it. */
function PaidThen(props: { readonly bill: BillDraft; readonly space: Space }): JSX.Element {
  const paying = createPaying()
  const isPayer = () =>
    props.bill.payer.kind === 'member' || props.space.member.role === 'team-manager'
  const charged = () => {
    const known = paying.isOffered() ? paying.methodsOf(payerId(props.bill.payer)) : null
    return known === null ? null : firstMethod(known)
  }
  const dueOn = () => addDays(props.bill.period.until, props.space.catalogue.site.billing.dueDays)
  return (
    <Show when={isPayer() && isIssuable(props.bill) && paying.isKnown()}>
      <Show when={charged()} fallback={words.paying.paidThen(dueOn())}>
        {(card) => words.paying.chargedThen(words.paying.methodName(card()))}
      </Show>
    </Show>
  )
}

function Year(props: { readonly space: Space }): JSX.Element {
  const bills = createBills()
  return <YearDownload bills={ofHere(props.space, bills())} />
}

function Issued(props: { readonly space: Space }): JSX.Element {
  const bills = createBills()
  const kept = createPapers()
  const paying = createPaying()
  const isDeclined = (story: BillStory) =>
    paying.isKnown() && paying.standingOf(story, props.space).dunning !== null
  const paperOf = ({ bill }: BillStory) =>
    kept()?.papers.find(({ kind, billId }) => kind === 'bill' && billId === bill.id)
  return (
    <section class="stack" aria-labelledby="issued-bills">
      <h2 id="issued-bills">{words.billing.issued}</h2>
      <Show
        when={ofHere(props.space, bills()).length > 0}
        fallback={
          <p class="empty">
            <Icon name="bill" />
            {words.billing.noneIssued}
          </p>
        }
      >
        <ul class="bill-list">
          <For each={ofHere(props.space, bills())}>
            {(story) => (
              <IssuedRow
                story={story}
                paper={paperOf(story)}
                isDeclined={isDeclined(story)}
                today={props.space.today}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function IssuedRow(props: {
  readonly story: BillStory
  readonly paper: Paper | undefined
  readonly isDeclined: boolean
  readonly today: LocalDate
}): JSX.Element {
  const open = async (paper: Paper) => {
    if (!(await openPaper(paper))) showToast(words.papers.unreachable)
  }
  const bill = () => props.story.bill
  const isOpen = () => openOf(props.story).amountMinor > 0
  return (
    <li>
      <a href={`/bills/${bill().id}`}>
        <strong>{words.billing.period(bill().period)}</strong>
        <strong>{words.billing.money(bill().total)}</strong>
        <span class="soft">
          {words.billing.named(bill())}
          <Show when={isOpen()}> · {words.billing.dueOn(bill().dueOn)}</Show>
        </span>
        <Show
          when={props.isDeclined}
          fallback={<StandingBadge standing={standingOf(props.story, props.today)} />}
        >
          <span class="state" data-tone="problem">
            {words.paying.declined}
          </span>
        </Show>
      </a>
      <Show when={props.paper}>
        {(paper) => (
          <button
            type="button"
            class="button"
            aria-label={words.papers.openOf(paper().kind, paper().number)}
            onClick={() => void open(paper())}
          >
            {words.papers.pdf}
          </button>
        )}
      </Show>
    </li>
  )
}
