import type { JSX } from 'solid-js'
import { Icon } from './icon.tsx'

/** One step back or ahead in time. */
export function StepButton(props: {
  readonly label: string
  readonly icon: 'previous' | 'next'
  readonly isOff?: boolean
  readonly onClick: () => void
}): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      data-kind="icon"
      aria-label={props.label}
      disabled={props.isOff === true}
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} />
    </button>
  )
}
