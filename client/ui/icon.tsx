import type { JSX } from 'solid-js'

/** The names in the sprite `/icons.svg`. */
export type IconName =
  | 'today'
  | 'book'
  | 'plan'
  | 'bookings'
  | 'me'
  | 'offline'
  | 'check'
  | 'close'
  | 'clock'
  | 'problem'
  | 'blocked'
  | 'busy'
  | 'available'
  | 'search'
  | 'filter'
  | 'people'
  | 'previous'
  | 'next'
  | 'down'
  | 'install'
  | 'share'
  | 'add'
  | 'door'
  | 'closure'
  | 'undo'
  | 'desk'
  | 'room'
  | 'booth'
  | 'office'
  | 'hall'
  | 'equipment'
  | 'place'
  | 'device'
  | 'sign-out'
  | 'list'
  | 'note'
  | 'arrow'
  | 'saved'
  | 'sent'
  | 'update'
  | 'info'
  | 'switch'
  | 'star'
  | 'trash'
  | 'locate'
  | 'plus'
  | 'minus'
  | 'legend'
  | 'team'
  | 'arrivals'
  | 'theme'

/** One picture of the set, beside words or inside a labelled button: never the only thing that says something. */
export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`/icons.svg#${props.name}`} />
    </svg>
  )
}
