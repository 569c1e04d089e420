/** What a member holds, first on their Today: whose it is today, where it is, and for a desk the days on which others may have it. */
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { mayLend } from '../../domain/bookings/absences/may-lend.ts'
import { heldPlaces } from '../../domain/bookings/home/held-places.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { Space } from '../app/with-space.tsx'
import { held } from '../ui/held-words.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'

const AwaySheet = lazy(async () => ({ default: (await import('./away-sheet.tsx')).AwaySheet }))

export function OwnPlaces(props: { readonly space: Space }): JSX.Element {
  const places = () => heldPlaces(props.space.catalogue, props.space.member)
  return (
    <Show when={places().length > 0}>
      <section class="stack" aria-label={held.title}>
        <KeyedFor each={places()} by={({ id }) => id}>
          {(place) => <OwnPlace space={props.space} place={place()} />}
        </KeyedFor>
      </section>
    </Show>
  )
}

function OwnPlace(props: { readonly space: Space; readonly place: Resource }): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const isOffice = () => props.place.kind === 'private-office'
  const away = () =>
    props.place.absences.find(
      ({ from, until }) => from <= props.space.today && props.space.today <= until,
    )
  const sentence = () => {
    const found = away()
    if (found !== undefined) return held.lent(found.until, props.space.today)
    return isOffice() ? held.office : held.desk
  }
  return (
    <article class="card row" data-spread aria-label={props.place.name}>
      <span class="row">
        <Icon name={isOffice() ? 'office' : 'desk'} />
        <span>
          <strong>{props.place.name}</strong>
          <br />
          <span class="soft">{sentence()}</span>
        </span>
      </span>
      <span class="row">
        <Show when={mayLend(props.place, props.space.member)}>
          <button type="button" class="button" onClick={() => setIsOpen(true)}>
            {away() === undefined ? held.away : held.back}
          </button>
        </Show>
        <a class="button" data-kind="quiet" href={`/plan?place=${props.place.id}`}>
          {held.onPlan}
        </a>
      </span>
      <Show when={isOpen()}>
        <Suspense>
          <AwaySheet space={props.space} desk={props.place} onClose={() => setIsOpen(false)} />
        </Suspense>
      </Show>
    </article>
  )
}
