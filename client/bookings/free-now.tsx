/** How much is free from now on, by kind: a look at the space before anything is chosen. */
import './bookings.css'
import { createMemo, For, type JSX } from 'solid-js'
import { offersOf } from '../../domain/bookings/search/offers.ts'
import {
  firstUsefulDate,
  intervalAt,
  spanOf,
  stepOf,
} from '../../domain/bookings/wishes/times-of-day.ts'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { kindIcons } from './book-filters.tsx'
import { kindsOf } from './book-model.ts'

export function FreeNow(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const date = () => firstUsefulDate(props.space.catalogue, props.space.today, props.space.now)
  const rows = createOccupancy(() => props.space.catalogue.site.id, date)
  const occupied = createMemo(() => toOccupied(props.space.catalogue, rows() ?? []))
  const kinds = () =>
    kindsOf(props.space.catalogue, props.space.member).filter((kind) => kind !== 'dedicated-desk')
  const freeOf = (kind: ResourceKind): number => {
    const { catalogue, now } = props.space
    const span = spanOf(catalogue, 'now', date(), now, stepOf(catalogue, kind))
    const interval = span === null ? null : intervalAt(catalogue, date(), span)
    if (interval === null || rows() === undefined) return 0
    const input = {
      ...props.space,
      interval,
      people: 1,
      occupied: occupied(),
      bookings: bookings() ?? [],
    }
    return offersOf(input, { kind, amenities: [], named: [], known: [] }).filter(
      (offer) => offer.availability.state === 'available',
    ).length
  }
  return (
    <ul class="free-now">
      <For each={kinds()}>
        {(kind) => (
          <li>
            <a class="card" href={`/book?kind=${kind}`}>
              <Icon name={kindIcons[kind]} />
              <span>{words.states.kinds[kind]}</span>
              <strong>{words.bookings.freeNow(freeOf(kind))}</strong>
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
