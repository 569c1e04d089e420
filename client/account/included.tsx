/** What the membership includes at the location on screen, and what is left of it now. */
import { For, type JSX, Show } from 'solid-js'
import { quotasLeft } from '../../domain/bookings/limits/check-quotas.ts'
import { ownTimesOfRows } from '../../domain/bookings/limits/own-time.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { words } from '../ui/words.ts'

export function Included(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const left = () => {
    const { catalogue, member, now } = props.space
    const ownTimes = ownTimesOfRows(catalogue, bookings() ?? [])
    const tier = tierOf(catalogue.tiers, member)
    const moment = { startsAt: now, endsAt: addMinutes(now, 1) }
    return quotasLeft({ zone: catalogue.zone, tier, ownTimes }, moment)
  }
  return (
    <Show when={left().length > 0}>
      <section class="stack" data-gap="small">
        <h2>{words.limits.title}</h2>
        <dl class="facts">
          <For each={left()}>
            {({ quota, left }) => (
              <div>
                <dt>{words.limits.included(quota)}</dt>
                <dd class="soft">{words.limits.left(quota, left)}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  )
}
