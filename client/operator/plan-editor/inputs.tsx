/** Fields that write when one leaves them or presses Enter: a half-typed number is no place for a desk. */
import { createMemo, createUniqueId, type JSX } from 'solid-js'

interface InputProps<Value> {
  readonly label: string
  readonly value: Value
  /** False when it may not be: the field shows what stands again. */
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
  // What somebody else draws meanwhile must not take away what is being typed here.
  const value = createMemo(() => props.value)
  const write = (input: HTMLInputElement) => {
    if (!props.onSet(props.read(input))) input.value = String(value())
  }
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type={props.type}
        inputmode={props.type === 'number' ? 'numeric' : undefined}
        value={value()}
        onChange={(event) => write(event.currentTarget)}
      />
    </div>
  )
}
