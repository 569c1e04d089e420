import { createMemo, For, type JSX, Show } from 'solid-js'
import type { ClosureResolution } from '../../domain/bookings/wishes/intent.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { formatMinute } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { words } from '../ui/team-words.ts'
import { movesFor } from './closure-moves.ts'
import type { Resolutions } from './closure-sheet.tsx'
import type { AffectedBooking } from './save-closure.ts'

/** Each booking inside a closure, and what becomes of it. */
export function AffectedBookings(props: {
  readonly space: Space
  /** The space as it would be. */
  readonly after: Catalogue
  readonly mayKeep: boolean
  readonly affected: readonly AffectedBooking[]
  readonly resolutions: Resolutions
  readonly onChange: (resolutions: Resolutions) => void
}): JSX.Element {
  const setAll = (resolution: ClosureResolution) =>
    props.onChange(
      Object.fromEntries(props.affected.map(({ booking }) => [booking.id, resolution])),
    )
  return (
    <>
      <p role="status">{words.operator.affected(props.affected.length)}</p>
      <Show when={props.affected.length > 1}>
        <div class="row">
          <span class="soft">{words.operator.forAll}</span>
          <button type="button" class="button" onClick={() => setAll({ kind: 'cancel' })}>
            {words.operator.resolve.cancel}
          </button>
          <Show when={props.mayKeep}>
            <button type="button" class="button" onClick={() => setAll({ kind: 'keep' })}>
              {words.operator.resolve.keep}
            </button>
          </Show>
        </div>
      </Show>
      <ul class="stack">
        <For each={props.affected}>
          {(one) => (
            <Affected
              {...props}
              one={one}
              onResolve={(resolution) =>
                props.onChange({ ...props.resolutions, [one.booking.id]: resolution })
              }
            />
          )}
        </For>
      </ul>
    </>
  )
}

function Affected(props: {
  readonly space: Space
  /** The space as it would be. */
  readonly after: Catalogue
  readonly mayKeep: boolean
  readonly one: AffectedBooking
  readonly resolutions: Resolutions
  readonly onResolve: (resolution: ClosureResolution) => void
}): JSX.Element {
  const booking = () => props.one.booking
  const rows = createOccupancy(
    () => booking().siteId,
    () => booking().wall.start.date,
  )
  const moves = createMemo(() =>
    movesFor(props.space, props.after, booking(), toOccupied(props.space.catalogue, rows() ?? [])),
  )
  const nameOf = (id: string) =>
    props.space.catalogue.resources.find((resource) => resource.id === id)?.name ?? ''
  const moveText = ({ choice }: Alternative) =>
    words.operator.resolve.move(
      `${nameOf(choice.resourceId)}, ${formatMinute(choice.wall.start.minute)}–${formatMinute(choice.wall.end.minute)}`,
    )
  const chosen = () => {
    const resolution = props.resolutions[booking().id]
    if (resolution?.kind !== 'move') return resolution?.kind ?? ''
    return String(moves().findIndex((move) => move.choice === resolution.choice))
  }
  function resolve(value: string): void {
    const move = moves()[Number(value)]
    if (value === 'keep' || value === 'cancel') props.onResolve({ kind: value })
    else if (move !== undefined) props.onResolve({ kind: 'move', choice: move.choice })
  }
  return (
    <li class="card stack" data-gap="small">
      <p>
        <strong>{props.one.memberName}</strong> · {nameOf(booking().resourceId)}
      </p>
      <p class="soft">
        {words.amounts.shortDate(booking().wall.start.date)},{' '}
        {formatMinute(booking().wall.start.minute)}–{formatMinute(booking().wall.end.minute)}
      </p>
      <label class="field">
        <span class="visually-hidden">{props.one.memberName}</span>
        <select onChange={(event) => resolve(event.currentTarget.value)}>
          <option value="" disabled selected={chosen() === ''}>
            {words.operator.resolve.undecided}
          </option>
          <Show when={props.mayKeep}>
            <option value="keep" selected={chosen() === 'keep'}>
              {words.operator.resolve.keep}
            </option>
          </Show>
          <option value="cancel" selected={chosen() === 'cancel'}>
            {words.operator.resolve.cancel}
          </option>
          <For each={moves()}>
            {(move, index) => (
              <option value={index()} selected={chosen() === String(index())}>
                {moveText(move)}
              </option>
            )}
          </For>
        </select>
      </label>
    </li>
  )
}
