import type { JSX } from 'solid-js'

export type StateTone = 'available' | 'mine' | 'held' | 'busy' | 'blocked' | 'problem'

/** A shape for each tone, so that no state is told by colour alone. */
const shapes: Readonly<Record<StateTone, string>> = {
  available: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  mine: 'M3 8.5l3.5 3.5L13 5',
  held: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5',
  busy: 'M3 3h10v10H3zM3 8h10',
  blocked: 'M3 13L13 3M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  problem: 'M8 2.5l6 11H2zM8 7v3M8 12v.2',
}

/** One state everywhere: icon, word and colour together. */
export function StateBadge(props: {
  readonly tone: StateTone
  readonly word: string
}): JSX.Element {
  return (
    <span class="state" data-tone={props.tone}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[props.tone]} />
      </svg>
      {props.word}
    </span>
  )
}
