import type { JSX } from 'solid-js'
import type { LookState } from '../../floorplans/scene/look.ts'

/** The sign of a state as the drawing wears it: a desk with its chair, for the legend and the list. */
export function PlaceSign(props: {
  readonly state: LookState
  readonly isStale?: boolean
}): JSX.Element {
  const kind = () => (props.isStale === true && props.state === 'available' ? 'stale' : props.state)
  return (
    <svg class="place-sign" data-state={kind()} viewBox="0 0 28 28" aria-hidden="true">
      <rect class="sign-top" x="2" y="3" width="24" height="12" rx="2.500" />
      <path class="sign-hatch" d="M5 15l10-12M11 15l10-12M17 15l8-9.600" />
      <rect class="sign-chair" x="9.500" y="17" width="9" height="8" rx="3" />
      <path class="sign-body" d="M8.500 21.500a3 3 0 0 1 3-3h5a3 3 0 0 1 0 6h-5a3 3 0 0 1-3-3z" />
      <circle class="sign-head" cx="14" cy="21.300" r="2.200" />
      <path class="sign-tick" d="M11.800 21l1.700 1.800 2.900-3.600" />
      <path class="sign-clock" d="M14 18.600v2.600l1.900 1.200" />
      <path class="sign-cross" d="M12 19l4 4M16 19l-4 4" />
      <rect class="sign-ring" x=".800" y="1.500" width="26.400" height="25.600" rx="4" />
    </svg>
  )
}
