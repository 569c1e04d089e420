/** A request that waits for the team: until when they answer, and a way to take it back. */
import { type JSX, Show } from 'solid-js'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'
import { takeRequestBack } from './change-booking.ts'

export function AskedLine(props: {
  readonly row: BookingRow
  readonly zone: ZoneTable
}): JSX.Element {
  return (
    <>
      <Show when={props.row.holdExpiresAt}>
        {(at) => (
          <p class="soft">
            {words.approval.waiting(formatMinute(toWallTime(props.zone, at()).minute))}
          </p>
        )}
      </Show>
      <Show when={props.row.wish === null}>
        <div class="row booking-actions">
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => void takeRequestBack(props.row)}
          >
            {words.approval.takeBack}
          </button>
        </div>
      </Show>
    </>
  )
}
