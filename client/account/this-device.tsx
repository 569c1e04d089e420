/** What this device keeps, how old it is, and until when it opens without a connection. */
import { type JSX, Show } from 'solid-js'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { lastContact } from '../store/contact.ts'
import { locksAt } from '../store/offline-lock.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/words.ts'

export function ThisDevice(props: { readonly space: Space }): JSX.Element {
  const status = createStatus()
  const wallTime = (at: Instant) => toWallTime(props.space.catalogue.zone, at)
  const heard = () => {
    const at = status()?.heardAt ?? null
    if (at === null) return null
    const { date, minute } = wallTime(toInstant(at))
    return `${words.amounts.date(date, props.space.today)}, ${formatMinute(minute)}`
  }
  const opensUntil = () => {
    const contact = lastContact()
    if (contact === null) return null
    // Said in the space's dates: the device's clock may be wrong by years.
    const locks = toInstant(locksAt(contact) - contact.deviceAt + contact.at)
    return words.amounts.dateWithin(wallTime(locks).date, props.space.today)
  }
  return (
    <section class="stack" data-gap="small">
      <h2>{words.account.onThisDevice}</h2>
      <p>{words.account.keptHere(limits.occupancyWeeksAhead)}</p>
      <Show when={opensUntil()}>{(date) => <p>{words.account.opensUntil(date())}</p>}</Show>
      <Show when={heard()}>{(when) => <p class="soft">{words.account.asOf(when())}</p>}</Show>
      <p class="soft">{words.account.version(__APP_VERSION__)}</p>
    </section>
  )
}
