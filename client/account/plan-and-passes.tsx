/** What the membership includes in the period that runs, the member's passes and their team's, and what they were used for. */
import { For, type JSX, Show } from 'solid-js'
import type { KnownLot, Wallet } from '../../domain/bookings/lots/lot.ts'
import { isValid } from '../../domain/bookings/lots/lots-for.ts'
import { cameOver, type PlanLot } from '../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import { daysBetween } from '../../domain/values/local-date.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'
import { BuyPasses } from './buy-passes.tsx'
import { LotShares } from './lot-shares.tsx'
import { Movements } from './movements.tsx'
import { createOwnLots, lastDateOf, leftWords, untilWhen } from './own-lots.ts'

/** So long before its end somebody is told that what is left of a pass will be gone (P-11). */
const WARNED_DAYS = 7

export function PlanAndPasses(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const rows = () => bookings() ?? []
  const known = createOwnLots(() => props.space)
  const wallet = () => known().wallet
  return (
    <section class="stack" data-gap="small" id="passes">
      <h2>{words.lots.title}</h2>
      <Lots
        lots={known().own}
        rows={rows()}
        wallet={wallet()}
        space={props.space}
        fallback={words.lots.none}
      />
      <Show when={known().ofTeam.length > 0}>
        <h3>{words.lots.team}</h3>
        <Lots
          lots={known().ofTeam}
          rows={rows()}
          wallet={wallet()}
          space={props.space}
          fallback=""
        />
      </Show>
      <Show when={props.space.catalogue.site.passes.offers.length > 0}>
        <BuyPasses space={props.space} />
      </Show>
    </section>
  )
}

function Lots(props: {
  readonly lots: readonly (KnownLot | PlanLot)[]
  readonly rows: readonly BookingRow[]
  readonly wallet: Wallet
  readonly space: Space
  readonly fallback: string
}): JSX.Element {
  /** Said in the last week of what somebody would lose: the allowance of a period comes back by itself. */
  const soon = (lot: KnownLot | PlanLot) => {
    const date = lastDateOf(props.space, lot)
    const comesBack = lot.source === 'plan' && cameOver(lot, props.space.today) === null
    if (date === null || comesBack || !isValid(lot, props.space.now)) return null
    const days = daysBetween(props.space.today, date) + 1
    const isLeft = leftOf(lot, props.wallet.uses) > 0
    return isLeft && days <= WARNED_DAYS ? words.lots.soon(days) : null
  }
  return (
    <dl class="facts">
      <For each={props.lots} fallback={<p class="soft">{props.fallback}</p>}>
        {(lot) => (
          <div>
            <dt>
              {words.lots.nameOf(lot)}
              <span class="soft"> {words.lots.kinds(lot.kinds)}</span>
              <Show when={lot.reason}>
                <span class="soft"> {words.lots.reason(lot.reason)}</span>
              </Show>
            </dt>
            <dd class="soft">
              {leftWords(props.space, lot, leftOf(lot, props.wallet.uses))},{' '}
              {untilWhen(props.space, lot)}
              <Show when={soon(lot)}>{(text) => <strong data-tone="held">, {text()}</strong>}</Show>
              <Show when={lot.owed.amountMinor > 0}>
                {', '}
                {words.lots.bought(words.amounts.money(lot.owed))}
              </Show>
            </dd>
            <LotShares lot={lot} wallet={props.wallet} space={props.space} as="dd" />
            <Movements lot={lot} rows={props.rows} space={props.space} />
          </div>
        )}
      </For>
    </dl>
  )
}
