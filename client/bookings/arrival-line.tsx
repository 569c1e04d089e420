/** On the day: until when to check in, the one button for it, and what became of it if nobody did. */
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { ArrivalTimes } from '../../domain/bookings/arrival/arrival-times.ts'
import { missesInARow } from '../../domain/bookings/series/suspend-series.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { createBookings } from '../store/bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/words.ts'
import { checkIn } from './change-booking.ts'

export interface ArrivalLineProps {
  readonly row: BookingRow
  readonly times: ArrivalTimes
  readonly zone: ZoneTable
  readonly today: LocalDate
}

export function ArrivalLine(props: ArrivalLineProps): JSX.Element {
  const now = createNow()
  const status = createStatus()
  const isComing = () =>
    props.row.state === 'confirmed' && props.row.wish === null && now() < props.row.endsAt
  const isOpen = () => isComing() && now() >= props.times.opensAt
  const opensToday = () => isComing() && !isOpen() && props.row.date === props.today
  const time = (at: Instant) => formatMinute(toWallTime(props.zone, at).minute)
  return (
    <Switch>
      <Match when={isOpen()}>
        <div class="row">
          <button
            type="button"
            class="button"
            data-kind="primary"
            onClick={() => void checkIn(props.row)}
          >
            {words.arrival.checkIn}
          </button>
          <Show when={props.times.releaseAt}>
            {(at) => (
              <span class="soft">
                {now() < at()
                  ? words.arrival.claimUntil(time(at()))
                  : words.arrival.claimOver(time(at()))}
              </span>
            )}
          </Show>
        </div>
      </Match>
      <Match when={opensToday()}>
        <p class="soft">{words.arrival.opensAt(time(props.times.opensAt))}</p>
      </Match>
      <Match when={props.row.wish === 'check-in'}>
        <p class="soft" role="status">
          {status()?.state === 'online' ? words.arrival.checkingIn : words.arrival.checkInWaits}
        </p>
      </Match>
      <Match when={props.row.state === 'no-show'}>
        <p class="notice">
          {props.row.isFeeWaived
            ? words.arrival.feeWaived
            : words.arrival.missed(time(props.times.releaseAt ?? props.row.startsAt))}
        </p>
        <LastWarning row={props.row} />
      </Match>
    </Switch>
  )
}

/** After the next miss the rest of the series is given back, and this is the one warning before. */
function LastWarning(props: Pick<ArrivalLineProps, 'row'>): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  const misses = () => {
    const { series, siteId, resourceId } = props.row
    const catalogue = catalogues()?.find((one) => one.siteId === siteId)?.catalogue
    const place = catalogue?.resources.find(({ id }) => id === resourceId)
    const most = place?.rules.checkIn?.missesToSuspend ?? null
    const dates = (bookings() ?? []).filter((one) => one.series?.id === series?.id)
    const missed = series === null ? 0 : missesInARow(dates)
    return most !== null && missed > 0 && missed === most - 1 ? missed : null
  }
  return <Show when={misses()}>{(missed) => <p>{words.arrival.lastWarning(missed())}</p>}</Show>
}
