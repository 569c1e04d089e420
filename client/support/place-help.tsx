import { type JSX, Show } from 'solid-js'
import type { Resource } from '../../domain/sites/resource.ts'
import { outageOf } from '../../domain/support/outage.ts'
import { words } from '../ui/words.ts'
import { createOutages } from './help-model.ts'

/** At a place: what is known to be broken there, and the way to say that something is. */
export function PlaceHelp(props: {
  readonly resource: Pick<Resource, 'id' | 'siteId'>
}): JSX.Element {
  const outages = createOutages(() => props.resource.siteId)
  const known = () => outageOf(outages(), props.resource.id)
  return (
    <>
      <Show when={known()}>
        {(outage) => (
          <p class="notice" data-tone="held">
            <strong>{words.support.known}.</strong> {outage().text}
          </p>
        )}
      </Show>
      <a class="button" data-kind="quiet" href={`/me/help/new?place=${props.resource.id}`}>
        {words.bookings.report}
      </a>
    </>
  )
}
