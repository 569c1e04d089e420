/** Change, longer, end now: what a tap on one of them opens comes when it is asked for. */
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { MINUTE_MS, toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/first-words.ts'
import type { WishedChange } from './change-model.ts'

const SitSheet = lazy(async () => ({ default: (await import('../sit-sheet.tsx')).SitSheet }))

/** Longer is offered at a tap from so long before the start. */
const NEAR_MINUTES = 60
const LONGER_MINUTES = [30, 60] as const

const changeable: readonly BookingRow['state'][] = ['held', 'confirmed', 'checked-in']

/** While a wish about it is on its way, and once it is over, nothing is offered. */
export function canChange(row: BookingRow): boolean {
  return changeable.includes(row.state) && row.endsAt > deviceNow() && row.wish === null
}

export function ChangeButtons(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly onOpen: (start: WishedChange) => void
}): JSX.Element {
  const [isSitting, setSitting] = createSignal(false)
  const isNear = () =>
    props.row.state !== 'held' && props.row.startsAt - deviceNow() <= NEAR_MINUTES * MINUTE_MS
  const isRunning = () => props.row.state !== 'held' && props.row.startsAt <= deviceNow()
  const open = (minutes: number) => {
    const { resourceId, startsAt, endsAt } = props.row
    const interval = { startsAt, endsAt: toInstant(endsAt + minutes * MINUTE_MS) }
    props.onOpen({ resourceId, interval })
  }
  return (
    <>
      <button type="button" class="button" data-kind="quiet" onClick={() => open(0)}>
        {words.bookings.change}
      </button>
      <Show when={isNear()}>
        <For each={LONGER_MINUTES}>
          {(minutes) => (
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={words.bookings.longerLabel(minutes)}
              onClick={() => open(minutes)}
            >
              {words.bookings.longer(minutes)}
            </button>
          )}
        </For>
      </Show>
      <Show when={isNear()}>
        <button type="button" class="button" data-kind="quiet" onClick={() => setSitting(true)}>
          {words.bookings.sitElsewhere}
        </button>
      </Show>
      <Suspense>
        <Show when={isSitting()}>
          <SitSheet row={props.row} catalogue={props.catalogue} onClose={() => setSitting(false)} />
        </Show>
      </Suspense>
      <Show when={isRunning()}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => void import('./wish-change.ts').then(({ endNow }) => endNow(props.row))}
        >
          {words.bookings.endNow}
        </button>
      </Show>
    </>
  )
}
