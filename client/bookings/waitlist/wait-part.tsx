import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Offer } from '../../../domain/bookings/search/offers.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Interval } from '../../../domain/values/interval.ts'

const WaitActions = lazy(async () => ({
  default: (await import('./wait-actions.tsx')).WaitActions,
}))

/** Only where somebody else has the place. */
export function WaitPart(props: {
  readonly catalogue: Catalogue
  readonly offer: Offer
  readonly interval: Interval
  readonly people: number
}): JSX.Element {
  return (
    <Show when={props.offer.availability.refusal}>
      {(no) => (
        <Suspense>
          <WaitActions {...props} resourceIds={[props.offer.resource.id]} refusal={no()} />
        </Suspense>
      )}
    </Show>
  )
}
