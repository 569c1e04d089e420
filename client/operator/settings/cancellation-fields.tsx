import { For, type JSX } from 'solid-js'
import type {
  CancellationPolicy,
  CancellationStep,
} from '../../../domain/sites/cancellation-policy.ts'
import { words } from '../../ui/team-words.ts'
import { MaybeField, NumberField } from './fields.tsx'
import type { ProblemAt } from './rules-fields.tsx'

/** What comes back when somebody cancels: the steps, most hours first, and what surrounds them. */
export function CancellationFields(props: {
  readonly policy: CancellationPolicy
  readonly problemAt: ProblemAt
  readonly onChange: (policy: CancellationPolicy) => void
}): JSX.Element {
  const change = (more: Partial<CancellationPolicy>) => props.onChange({ ...props.policy, ...more })
  return (
    <fieldset class="stack">
      <legend>{words.settings.rules.cancellation}</legend>
      <StepFields {...props} change={change} />
      <div class="field-grid">
        <NumberField
          label={words.settings.rules.grace}
          value={props.policy.graceMinutes}
          problem={props.problemAt('graceMinutes')}
          onChange={(graceMinutes) => change({ graceMinutes })}
        />
        <NumberField
          label={words.settings.rules.noShow}
          value={props.policy.noShowRefundPercent}
          problem={props.problemAt('noShowRefundPercent')}
          onChange={(noShowRefundPercent) => change({ noShowRefundPercent })}
        />
      </div>
      <MaybeField
        label={words.settings.rules.freeMove}
        value={props.policy.freeMoveHoursBefore}
        usual={2}
        onChange={(freeMoveHoursBefore) => change({ freeMoveHoursBefore })}
      >
        {(hours) => (
          <NumberField
            label={words.settings.rules.hoursBefore}
            value={hours()}
            problem={props.problemAt('freeMoveHoursBefore')}
            onChange={(freeMoveHoursBefore) => change({ freeMoveHoursBefore })}
          />
        )}
      </MaybeField>
    </fieldset>
  )
}

function StepFields(props: {
  readonly policy: CancellationPolicy
  readonly problemAt: ProblemAt
  readonly change: (more: Partial<CancellationPolicy>) => void
}): JSX.Element {
  const setAt = (index: number, more: Partial<CancellationStep>) =>
    props.change({
      steps: props.policy.steps.map((step, at) => (at === index ? { ...step, ...more } : step)),
    })
  return (
    <>
      <For each={props.policy.steps.map((_, index) => index)}>
        {(index) => (
          <div class="field-grid">
            <NumberField
              label={words.settings.rules.hoursBefore}
              value={props.policy.steps[index]?.hoursBefore ?? 0}
              problem={props.problemAt(`steps.${index}.hoursBefore`)}
              onChange={(hoursBefore) => setAt(index, { hoursBefore })}
            />
            <NumberField
              label={words.settings.rules.refundPercent}
              value={props.policy.steps[index]?.refundPercent ?? 0}
              problem={props.problemAt(`steps.${index}.refundPercent`)}
              onChange={(refundPercent) => setAt(index, { refundPercent })}
            />
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => props.change({ steps: props.policy.steps.toSpliced(index, 1) })}
            >
              {words.settings.remove}
            </button>
          </div>
        )}
      </For>
      <p class="soft" data-problem={props.problemAt('steps') === null ? undefined : ''}>
        {props.problemAt('steps')}
      </p>
      <button
        type="button"
        class="button"
        onClick={() =>
          props.change({ steps: [...props.policy.steps, { hoursBefore: 0, refundPercent: 0 }] })
        }
      >
        {words.settings.rules.addStep}
      </button>
    </>
  )
}
