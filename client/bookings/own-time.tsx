import { type JSX, Show } from 'solid-js'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { words } from '../ui/words.ts'
import type { TermsProps } from './booking-terms.tsx'

/** The device's own time beside the location's, where the two differ. The location's always decides. */
export function OwnTime(props: Pick<TermsProps, 'catalogue' | 'interval'>): JSX.Element {
  const own = () => {
    const date = new Date(props.interval.startsAt)
    return date.getHours() * 60 + date.getMinutes()
  }
  const there = () => toWallTime(props.catalogue.zone, props.interval.startsAt).minute
  const zoneName = () => props.catalogue.zone.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''
  return (
    <Show when={own() !== there()}>
      <br />
      <span class="soft">
        {words.bookings.yourTime(zoneName(), formatMinute(there()), formatMinute(own()))}
      </span>
    </Show>
  )
}
