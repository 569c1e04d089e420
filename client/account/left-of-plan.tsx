/** On Today: what is left to book with besides money, a line each, and when it comes back. The whole of it stands under Me. */
import { For, type JSX, Show } from 'solid-js'
import type { KnownLot } from '../../domain/bookings/lots/lot.ts'
import { isValid } from '../../domain/bookings/lots/lots-for.ts'
import type { PlanLot } from '../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../domain/bookings/lots/use-of.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { LotShares } from './lot-shares.tsx'
import { createOwnLots, leftWords, untilWhen } from './own-lots.ts'

export function LeftOfPlan(props: { readonly space: Space }): JSX.Element {
  const known = createOwnLots(() => props.space)
  const valid = (lots: readonly (KnownLot | PlanLot)[]) =>
    lots.filter((lot) => isValid(lot, props.space.now))
  return (
    <>
      <Left title={words.home.left} lots={valid(known().own)} {...props} wallet={known().wallet} />
      <Left
        title={words.home.teamShares}
        lots={valid(known().ofTeam)}
        {...props}
        wallet={known().wallet}
      />
    </>
  )
}

function Left(props: {
  readonly title: string
  readonly lots: readonly (KnownLot | PlanLot)[]
  readonly wallet: ReturnType<ReturnType<typeof createOwnLots>>['wallet']
  readonly space: Space
}): JSX.Element {
  return (
    <Show when={props.lots.length > 0}>
      <section class="stack" data-gap="small" aria-label={props.title}>
        <h2>{props.title}</h2>
        <ul>
          <For each={props.lots}>
            {(lot) => (
              <li>
                {leftWords(props.space, lot, leftOf(lot, props.wallet.uses))}{' '}
                <span class="soft">
                  {words.lots.booksKinds(lot.kinds)}, {untilWhen(props.space, lot)}
                </span>
                <LotShares lot={lot} wallet={props.wallet} space={props.space} />
              </li>
            )}
          </For>
        </ul>
        <p>
          <a class="button" data-kind="quiet" href="/me#passes">
            {words.home.leftLink}
          </a>
        </p>
      </section>
    </Show>
  )
}
