/** Fields that write when one leaves them or presses Enter: a half-typed number is no place for a desk. */
import { createEffect, createMemo, createSignal, createUniqueId, type JSX, on } from 'solid-js'
import { words } from '../../ui/team-words.ts'

interface InputProps<Value> {
  readonly label: string
  readonly value: Value
  /** False when it may not be: the field says so, and shows what stands again. */
  readonly onSet: (value: Value) => boolean
}

export function TextInput(props: InputProps<string>): JSX.Element {
  return <Input {...props} type="text" read={(input) => input.value} />
}

/** A whole number of centimetres, degrees or people. */
export function NumberInput(props: InputProps<number>): JSX.Element {
  return <Input {...props} type="number" read={(input) => Math.round(input.valueAsNumber)} />
}

function Input<Value extends string | number>(
  props: InputProps<Value> & {
    readonly type: 'text' | 'number'
    readonly read: (input: HTMLInputElement) => Value
  },
): JSX.Element {
  const id = createUniqueId()
  const about = createUniqueId()
  const [problem, setProblem] = createSignal('')
  // What somebody else draws meanwhile must not take away what is being typed here.
  const value = createMemo(() => props.value)
  createEffect(on(value, () => setProblem(''), { defer: true }))
  const write = (input: HTMLInputElement) => {
    const typed = input.value
    const isSet = props.onSet(props.read(input))
    setProblem(isSet ? '' : words.drawing.impossible(typed))
    if (!isSet) input.value = String(value())
  }
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type={props.type}
        inputmode={props.type === 'number' ? 'numeric' : undefined}
        value={value()}
        aria-describedby={about}
        aria-invalid={problem() !== ''}
        onChange={(event) => write(event.currentTarget)}
      />
      <p id={about} role="status" class="soft field-about" data-problem="">
        {problem()}
      </p>
    </div>
  )
}
