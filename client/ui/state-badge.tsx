import type { JSX } from 'solid-js'
import type { AvailabilityState } from '../../domain/bookings/occupancy/availability.ts'
import { Icon, type IconName } from './icon.tsx'

export type StateTone = 'available' | 'mine' | 'held' | 'busy' | 'blocked' | 'problem'

/** A shape for each tone, so that no state is told by colour alone. */
const shapes: Readonly<Record<StateTone, IconName>> = {
  available: 'available',
  mine: 'check',
  held: 'clock',
  busy: 'busy',
  blocked: 'blocked',
  problem: 'problem',
}

export const availabilityTones: Readonly<Record<AvailabilityState, StateTone>> = {
  available: 'available',
  mine: 'mine',
  asked: 'held',
  held: 'held',
  busy: 'busy',
  blocked: 'blocked',
  closed: 'blocked',
  unavailable: 'blocked',
}

/** One state everywhere: icon, word and colour together. */
export function StateBadge(props: {
  readonly tone: StateTone
  readonly word: string
}): JSX.Element {
  return (
    <span class="state" data-tone={props.tone}>
      <Icon name={shapes[props.tone]} />
      {props.word}
    </span>
  )
}
