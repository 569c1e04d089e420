/** "Only if answered by …": an end of the member's own to a wish made without a connection (D-63). */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { ownDeadlines } from '../../domain/bookings/wishes/own-deadline.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { words } from '../ui/words.ts'

export function AnswerByField(props: {
  readonly catalogue: Catalogue
  /** When the wish ends by itself. */
  readonly latest: Instant
  readonly value: Instant | null
  readonly onChange: (value: Instant | null) => void
}): JSX.Element {
  const now = createNow()
  const zone = () => props.catalogue.zone
  const offered = createMemo(() => ownDeadlines(zone(), now(), props.latest))
  const textOf = (at: Instant) => {
    const { date, minute } = toWallTime(zone(), at)
    return `${words.amounts.date(date, toWallTime(zone(), now()).date)}, ${formatMinute(minute)}`
  }
  return (
    <Show when={offered().length > 0}>
      <label class="field">
        {words.bookings.inCase.answerBy}
        <select
          onChange={(event) => {
            const chosen = offered().find((at) => String(at) === event.currentTarget.value)
            props.onChange(chosen ?? null)
          }}
        >
          <option value="">{words.bookings.inCase.anyTime}</option>
          <For each={offered()}>
            {(at) => (
              <option value={at} selected={at === props.value}>
                {textOf(at)}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
