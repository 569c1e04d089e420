/** A picked time, to be booked for a member: the part of the bookings room that does it, in a sheet of its own. */
import { type Component, createSignal, type JSX, Show } from 'solid-js'
import type { Occupied } from '../../../domain/bookings/occupancy/occupancy.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import type { Space } from '../../app/with-space.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Draft } from './draft.ts'

/** Given by the routes. */
export type BookForSomebody = Component<{
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly now: Instant
  readonly onBooked?: (name: string) => void
}>

export function BookForSheet(props: {
  readonly space: Space
  readonly draft: Draft
  readonly occupied: readonly Occupied[]
  readonly bookFor: BookForSomebody
  readonly onBooked: () => void
  readonly onClose: () => void
}): JSX.Element {
  const [people, setPeople] = createSignal(1)
  const interval = () => intervalAt(props.space.catalogue, props.draft.date, props.draft)
  const time = () => words.amounts.timeRange(props.draft.from, props.draft.until)
  return (
    <Sheet title={words.calendar.picked(props.draft.resource.name, time())} onClose={props.onClose}>
      <div class="stack">
        <Show when={props.draft.resource.capacity > 1}>
          <label class="field" data-kind="people">
            {words.calendar.howMany}
            <input
              type="number"
              min="1"
              max={props.draft.resource.capacity}
              value={people()}
              onInput={(event) => setPeople(event.currentTarget.valueAsNumber || 1)}
            />
          </label>
        </Show>
        <Show
          when={interval()}
          fallback={<p class="notice">{words.refusal({ reason: 'nonexistent-local-time' })}</p>}
        >
          {(found) => (
            <props.bookFor
              {...props.space}
              resource={props.draft.resource}
              interval={found()}
              people={people()}
              occupied={props.occupied}
              onBooked={(name) => {
                showToast(words.actingFor.booked(name, null))
                props.onBooked()
              }}
            />
          )}
        </Show>
      </div>
    </Sheet>
  )
}
