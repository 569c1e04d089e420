/** Below what is left of a team's lot: who used what of it, to whoever manages the team; to everybody else their own part. */
import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { KnownLot, Wallet } from '../../domain/bookings/lots/lot.ts'
import { sharesOf } from '../../domain/bookings/lots/shares.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { createTeamNames } from './team/team-names.ts'

export function LotShares(props: {
  readonly lot: KnownLot
  readonly wallet: Wallet
  readonly space: Space
  readonly as?: 'dd'
}): JSX.Element {
  return (
    <Show when={props.lot.holder.kind === 'team'}>
      <Shares {...props} />
    </Show>
  )
}

function Shares(props: Parameters<typeof LotShares>[0]): JSX.Element {
  const nameOf = createTeamNames()
  const shares = () => {
    const { lot, wallet, space } = props
    return sharesOf(lot, wallet.uses, space.member.id).map(({ memberId, amount }) => ({
      name: memberId === space.member.id ? null : nameOf(memberId),
      amount: words.lots.amount(lot.unit, amount),
    }))
  }
  return (
    <Show when={shares().length > 0}>
      <Dynamic component={props.as ?? 'div'} class="soft">
        {words.lots.shares(shares())}
      </Dynamic>
    </Show>
  )
}
