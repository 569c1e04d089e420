/** Each day of an event as it would be: what is in the way there, and where else there is room. */
import { For, type JSX, Show } from 'solid-js'
import { holdOf } from '../../../domain/community/events/hold.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { AffectedBookings } from '../affected-bookings.tsx'
import type { Resolutions } from '../closure-sheet.tsx'
import type { EventDay } from './preview-event.ts'

const { happenings } = words

export function EventDays(props: {
  readonly space: Space
  readonly days: readonly EventDay[]
  readonly resolutions: Resolutions
  readonly onDays: (days: readonly EventDay[]) => void
  readonly onResolve: (resolutions: Resolutions) => void
  readonly onPlace: (resourceId: ResourceId) => void
}): JSX.Element {
  const affected = () => props.days.flatMap((day) => day.affected)
  const isClear = () =>
    affected().length === 0 && props.days.every(({ refusal }) => refusal === null)
  const after = () => {
    const { catalogue } = props.space
    const own = new Set<string | null>(props.days.map(({ event }) => event.id))
    const rest = catalogue.closures.filter(({ eventId }) => !own.has(eventId))
    const held = props.days.flatMap(({ event }) => holdOf(event, catalogue) ?? [])
    return { ...catalogue, closures: [...rest, ...held] }
  }
  return (
    <>
      <h3>{happenings.days}</h3>
      <Show when={isClear()}>
        <p role="status">{happenings.lookFirst}</p>
      </Show>
      <ul class="stack" data-gap="small">
        <For each={props.days}>
          {(day) => (
            <Day
              {...props}
              day={day}
              onLeaveOut={() => props.onDays(props.days.filter((one) => one !== day))}
            />
          )}
        </For>
      </ul>
      <Show when={affected().length > 0}>
        <AffectedBookings
          space={props.space}
          after={after()}
          mayKeep={false}
          affected={affected()}
          resolutions={props.resolutions}
          onChange={props.onResolve}
        />
      </Show>
    </>
  )
}

function Day(props: {
  readonly space: Space
  readonly day: EventDay
  readonly days: readonly EventDay[]
  readonly onLeaveOut: () => void
  readonly onPlace: (resourceId: ResourceId) => void
}): JSX.Element {
  const date = () => words.amounts.date(props.day.event.date, props.space.today)
  const isClear = () => props.day.refusal === null && props.day.affected.length === 0
  const sentence = () => {
    if (props.day.refusal !== null) return words.refusal(props.day.refusal)
    return isClear() ? happenings.free : words.operator.affected(props.day.affected.length)
  }
  return (
    <li class="card stack" data-gap="small">
      <div class="row" data-spread>
        <div>
          <p>
            <strong>{date()}</strong>
          </p>
          <p class={isClear() ? 'soft' : undefined}>{sentence()}</p>
        </div>
        <Show when={props.days.length > 1}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={happenings.leaveOutLabel(date())}
            onClick={() => props.onLeaveOut()}
          >
            {happenings.leaveOut}
          </button>
        </Show>
      </div>
      <Show when={props.day.others.length > 0}>
        <div class="row">
          <For each={props.day.others}>
            {(id) => (
              <button type="button" class="chip" onClick={() => props.onPlace(id)}>
                {happenings.takeOther(placeName(props.space.catalogue, id) ?? '')}
              </button>
            )}
          </For>
        </div>
      </Show>
    </li>
  )
}
