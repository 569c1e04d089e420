/** Where a lot came from and went, made when it is unfolded: the latest first. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { KnownLot } from '../../domain/bookings/lots/lot.ts'
import { type LotMovement, movementsOf } from '../../domain/bookings/lots/movements.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'
import { createTeamNames } from './team/team-names.ts'

interface MovementsProps {
  readonly lot: KnownLot
  readonly rows: readonly BookingRow[]
  readonly space: Space
}

export function Movements(props: MovementsProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const nameOf = createTeamNames()
  return (
    <dd class="movements">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary aria-label={words.lots.movementsOf(words.lots.nameOf(props.lot))}>
          {words.lots.movements}
        </summary>
        <Show when={isOpen()}>
          <ul class="soft">
            <For each={movementsOf(props.lot, props.rows, props.space.catalogue.zone)}>
              {(movement) => <li>{textOf(movement, props, nameOf)}</li>}
            </For>
          </ul>
        </Show>
      </details>
    </dd>
  )
}

function textOf(
  movement: LotMovement,
  { lot, space }: MovementsProps,
  nameOf: (memberId: MemberId) => string,
): string {
  const amount = words.lots.amount(lot.unit, movement.amount)
  switch (movement.kind) {
    case 'given':
      return words.lots.given(movement.on, amount)
    case 'teammate':
      return words.lots.usedByOne(amount, nameOf(movement.memberId))
    case 'elsewhere':
      return lot.holder.kind === 'team' && lot.usedBy === undefined
        ? words.lots.usedByTeam(amount)
        : words.lots.usedBefore(amount)
    case 'used': {
      const { resources, former } = space.catalogue
      const place = [...resources, ...former].find(({ id }) => id === movement.row.resourceId)
      const name = place?.name ?? words.bookings.notOnPlan
      return movement.amount === 0
        ? words.lots.usedAgain(movement.on, name)
        : words.lots.usedFor(movement.on, amount, name)
    }
  }
}
