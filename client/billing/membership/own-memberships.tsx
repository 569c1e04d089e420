/** The member's own plan on their page: read from what this device knows, changed with a connection. */
import { For, type JSX, Show } from 'solid-js'
import { nextBill } from '../../../domain/billing/next-bill.ts'
import type { Space } from '../../app/with-space.tsx'
import { createBills } from '../../store/bills.ts'
import { createToldWallet } from '../../store/member.ts'
import { createOwnBookings } from '../../store/own-bookings.ts'
import { words } from '../../ui/words.ts'
import {
  createOwnAddons,
  createOwnDeposits,
  createOwnFunds,
  createOwnPromos,
} from '../read-own-funds.ts'
import type { HeldMemberships } from './held-membership.ts'
import { Memberships } from './memberships.tsx'
import { OwnAddons } from './own-addons.tsx'

export function OwnMemberships(props: { readonly space: Space }): JSX.Element {
  const bookings = createOwnBookings()
  const wallet = createToldWallet()
  const bills = createBills()
  const funds = createOwnFunds(() => props.space.catalogue.site.id)
  const asks = createOwnDeposits(() => props.space.catalogue.site.id)
  const promos = createOwnPromos(() => props.space.catalogue.site.id)
  const addons = createOwnAddons(() => props.space.catalogue.site.id)
  const held = (): HeldMemberships => {
    const { catalogue, member, today, now } = props.space
    const here = (bills() ?? []).filter(({ bill }) => bill.siteId === catalogue.site.id)
    return {
      ...{ catalogue, member, today, now, bookings: bookings() ?? [], asker: 'member' },
      deposits: { asks: asks(), funds: funds() },
      owed: {
        ...{ lots: wallet().lots, bills: here, credits: funds(), promos: promos() },
        ...{ addons: addons(), billTo: null },
      },
      onChanged: () => undefined, // the space tells this device by itself
    }
  }
  const next = () => {
    const { owed, ...facts } = held()
    return bills() === undefined || owed === null
      ? null
      : nextBill({ ...facts, ...owed }, props.space.today)
  }
  return (
    <section class="stack" id="plan">
      <h2>{words.memberships.title}</h2>
      <Memberships held={held()} />
      <For each={asks()}>
        {(ask) => (
          <a class="card row" data-spread href="/me/bills">
            <span>{words.funds.ask(ask.amount, ask.plan)}</span>
            <span>{words.funds.toPay}</span>
          </a>
        )}
      </For>
      <OwnAddons held={held()} />
      <Show when={next()}>
        {(draft) => (
          <a class="card row" data-spread href="/me/bills">
            <span>
              {draft().payer.kind === 'team'
                ? words.memberships.nextBillOfTeam
                : words.memberships.nextBill}
            </span>
            <span>{words.memberships.nextBillOn(draft().period.until, draft().total)}</span>
          </a>
        )}
      </Show>
    </section>
  )
}
