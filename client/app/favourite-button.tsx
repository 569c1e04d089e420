/** A star at a place: marked, it comes first wherever places are listed. */
import './favourite.css'
import type { JSX } from 'solid-js'
import type { Resource } from '../../domain/sites/resource.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'

/** Making wishes is not needed before something is on the screen. */
const marking = () => import('./mark-favourite.ts')

export function FavouriteButton(props: {
  readonly resource: Pick<Resource, 'siteId' | 'id' | 'name'>
  /** All that the member has marked. */
  readonly favourites: readonly ResourceId[]
}): JSX.Element {
  const isMarked = () => props.favourites.includes(props.resource.id)
  return (
    <button
      type="button"
      class="button favourite"
      data-kind="icon"
      aria-pressed={isMarked()}
      aria-label={words.bookings.favourite(props.resource.name)}
      onClick={() =>
        void marking().then(({ markFavourite }) =>
          markFavourite(props.resource, !isMarked(), props.favourites.length),
        )
      }
    >
      <Icon name="star" />
    </button>
  )
}
