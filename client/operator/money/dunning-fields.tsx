/** When a declined card is tried again, when its bill counts as overdue, and what that keeps its payer from. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { blocks, dunningStates } from '../../../domain/sites/dunning-settings.ts'
import { words } from '../../ui/words.ts'
import { NumberField, SelectField } from '../settings/fields.tsx'
import type { BillingFields } from './billing-part.tsx'

const said = words.paying.settings

const blockOptions = blocks.map((value) => ({ value, label: words.paying.blocks[value] }))

export function DunningFields(props: BillingFields): JSX.Element {
  const dunning = () => props.billing.dunning
  const change = (more: Partial<ReturnType<typeof dunning>>) =>
    props.onChange({ dunning: { ...dunning(), ...more } })
  return (
    <fieldset class="stack">
      <legend>{said.title}</legend>
      <p class="soft">{said.sentence}</p>
      <div class="field-grid">
        <DaysField
          days={dunning().retryDays}
          problem={props.problemAt('dunning.retryDays')}
          onChange={(retryDays) => change({ retryDays })}
        />
        <NumberField
          label={said.overdueDays}
          value={dunning().overdueDays}
          problem={props.problemAt('dunning.overdueDays')}
          onChange={(overdueDays) => change({ overdueDays })}
        />
        <NumberField
          label={said.blockedDays}
          value={dunning().blockedDays}
          problem={props.problemAt('dunning.blockedDays')}
          onChange={(blockedDays) => change({ blockedDays })}
        />
        <For each={dunningStates}>
          {(state) => (
            <SelectField
              label={said.blocks(state)}
              value={dunning().blocks[state]}
              problem={null}
              options={blockOptions}
              onChange={(block) => change({ blocks: { ...dunning().blocks, [state]: block } })}
            />
          )}
        </For>
      </div>
    </fieldset>
  )
}

/** "3, 5, 7". What is typed stays as it is typed, and counts as soon as it is numbers. */
function DaysField(props: {
  readonly days: readonly number[]
  readonly problem: string | null
  readonly onChange: (days: readonly number[]) => void
}): JSX.Element {
  const [typed, setTyped] = createSignal(props.days.join(', '))
  return (
    <label class="field">
      {said.retryDays}
      <input
        inputmode="numeric"
        value={typed()}
        aria-invalid={props.problem !== null}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          const days = event.currentTarget.value.split(/[\s,]+/).filter((part) => part !== '')
          if (days.every((day) => /^\d{1,3}$/.test(day))) props.onChange(days.map(Number))
        }}
      />
      <span class="soft">{said.retryDaysHint}</span>
      <Show when={props.problem}>
        <span class="soft" data-problem="">
          {props.problem}
        </span>
      </Show>
    </label>
  )
}
