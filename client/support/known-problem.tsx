import type { JSX } from 'solid-js'
import type { Outage } from '../../domain/support/outage.ts'
import type { Space } from '../app/with-space.tsx'
import { dueText } from '../ui/moment-text.ts'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'

/** What the team knows already, instead of one more request about it. */
export function KnownProblem(props: {
  readonly space: Space
  readonly outage: Outage
  readonly onAnyway: () => void
}): JSX.Element {
  const since = () => dueText(props.space.catalogue.zone, props.outage.since, props.space.today)
  return (
    <section class="notice stack" data-tone="held">
      <h2>{words.support.known}</h2>
      <SaidText text={props.outage.text} />
      <p class="soft">{words.support.knownSince(since())}</p>
      <p>
        <button type="button" class="button" onClick={() => props.onAnyway()}>
          {words.support.reportAnyway}
        </button>
      </p>
    </section>
  )
}
