/** What is left to do about a place that somebody else has: wait for it, or have the space keep looking. */
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { mayWaitAfter } from '../../../domain/bookings/waitlist/may-wait.ts'
import { isWaiting, type WaitRow } from '../../../domain/bookings/waitlist/wait-view.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import { createWaits } from '../../store/waits.ts'
import { words } from '../../ui/words.ts'
import { joinWait } from './wish-wait.ts'

const OrderSheet = lazy(async () => ({ default: (await import('./order-sheet.tsx')).OrderSheet }))

export interface Wanted {
  readonly catalogue: Catalogue
  /** The place that was asked for first; the others count for a standing order. */
  readonly resourceIds: readonly ResourceId[]
  readonly interval: Interval
  readonly people: number
}

export function WaitActions(props: Wanted & { readonly refusal: Refusal }): JSX.Element {
  const waits = createWaits()
  const place = () => {
    const [first] = props.resourceIds
    return props.catalogue.resources.find(({ id }) => id === first)
  }
  const own = () => (waits() ?? []).find((row) => isFor(row, props))
  async function wait(): Promise<void> {
    const found = place()
    if (found === undefined) return
    const { catalogue, interval, people } = props
    const choice = choiceAt(catalogue, found.id, interval)
    await joinWait({ siteId: catalogue.site.id, choice, people, ceiling: null }, found.name)
  }
  return (
    <Show when={mayWaitAfter(props.refusal)}>
      <Show
        when={own()}
        fallback={
          <>
            <p class="soft">{words.waitlist.costsNothing}</p>
            <div class="row">
              <button
                type="button"
                class="button"
                aria-label={words.bookings.waitForLabel(place()?.name ?? '')}
                onClick={() => void wait()}
              >
                {words.bookings.waitFor}
              </button>
              <KeepLooking {...props} />
            </div>
          </>
        }
      >
        {(row) => (
          <p class="notice" data-tone="held" role="status">
            {row().state === 'saved' ? words.waitlist.waitSaved : words.waitlist.waitingFor}
          </p>
        )}
      </Show>
    </Show>
  )
}

function isFor(row: WaitRow, { resourceIds, interval }: Wanted): boolean {
  return (
    isWaiting(row) &&
    row.standing === null &&
    row.resourceIds[0] === resourceIds[0] &&
    row.at?.interval.startsAt === interval.startsAt &&
    row.at.interval.endsAt === interval.endsAt
  )
}

export function KeepLooking(props: Wanted): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        aria-label={words.waitlist.keepLookingLabel}
        onClick={() => setOpen(true)}
      >
        {words.waitlist.keepLooking}
      </button>
      <Show when={isOpen()}>
        <Suspense>
          <OrderSheet {...props} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  )
}
