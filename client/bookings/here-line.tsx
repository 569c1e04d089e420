/** Where nobody has to check in, whoever lets others see where they sit says themselves that they are there. */
import { type JSX, Match, Switch } from 'solid-js'
import { createNow } from '../app/clock.ts'
import { createMember } from '../store/member.ts'
import { createOpenSharing } from '../store/people-here.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/words.ts'
import { checkIn } from './change-booking.ts'

export function HereLine(props: { readonly row: BookingRow }): JSX.Element {
  const now = createNow()
  const member = createMember()
  const wished = createOpenSharing()
  const status = createStatus()
  const isRunning = () => now() >= props.row.startsAt && now() < props.row.endsAt
  const mayBeFound = () => wished() ?? member()?.isFindable === true
  return (
    <Switch>
      <Match when={props.row.wish === 'check-in'}>
        <p class="soft" role="status">
          {status()?.state === 'online' ? words.arrival.checkingIn : words.arrival.checkInWaits}
        </p>
      </Match>
      <Match when={mayBeFound() && isRunning() && props.row.wish === null}>
        <button type="button" class="button" onClick={() => void checkIn(props.row)}>
          {words.presence.here}
        </button>
      </Match>
    </Switch>
  )
}
