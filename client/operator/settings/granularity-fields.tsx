/** The units in which places are booked, and when a morning is over (B-25). Their prices stand with the prices. */
import { type JSX, Show } from 'solid-js'
import {
  type Granularity,
  type GranularityKind,
  granularityKinds,
  USUAL_TURN,
} from '../../../domain/sites/granularity.ts'
import { words } from '../../ui/team-words.ts'
import { ManyField } from './fields.tsx'
import type { ProblemAt } from './rules-fields.tsx'
import { TimeField } from './try-it.tsx'

export function GranularityFields(props: {
  readonly granularities: readonly Granularity[]
  readonly problemAt: ProblemAt
  readonly onChange: (granularities: readonly Granularity[]) => void
}): JSX.Element {
  const half = () => props.granularities.find((one) => one.kind === 'half-day')
  const choose = (kinds: readonly GranularityKind[]) =>
    props.onChange(
      kinds.map((kind) => props.granularities.find((one) => one.kind === kind) ?? usual(kind)),
    )
  return (
    <div class="stack" data-gap="small">
      <ManyField
        label={words.settings.rules.granularities}
        problem={props.problemAt('rules.granularities')}
        chosen={props.granularities.map(({ kind }) => kind)}
        options={granularityKinds.map((value) => ({
          value,
          label: words.settings.rules.granularity[value],
        }))}
        onChange={choose}
      />
      <Show when={half()}>
        {(found) => (
          <TimeField
            label={words.settings.rules.turnsAt}
            minute={found().turnsAt}
            onChange={(turnsAt) =>
              props.onChange(
                props.granularities.map((one) =>
                  one.kind === 'half-day' ? { ...one, turnsAt } : one,
                ),
              )
            }
          />
        )}
      </Show>
    </div>
  )
}

function usual(kind: GranularityKind): Granularity {
  return kind === 'half-day' ? { kind, turnsAt: USUAL_TURN } : { kind }
}
