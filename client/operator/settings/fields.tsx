/** The fields of settings: a label, a control, and what is wrong with it beside it. */
import { createUniqueId, For, type JSX, Show } from 'solid-js'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem: string | null
}

function Field(
  props: FieldProps & {
    readonly children: (ids: { readonly id: string; readonly about: string }) => JSX.Element
  },
): JSX.Element {
  const ids = { id: createUniqueId(), about: createUniqueId() }
  return (
    <div class="field">
      <label for={ids.id}>{props.label}</label>
      {props.children(ids)}
      <p
        id={ids.about}
        class="soft field-about"
        data-problem={props.problem === null ? undefined : ''}
      >
        {props.problem ?? props.hint}
      </p>
    </div>
  )
}

export function TextField(
  props: FieldProps & { readonly value: string; readonly onChange: (value: string) => void },
): JSX.Element {
  return (
    <Field {...props}>
      {({ id, about }) => (
        <input
          value={props.value}
          id={id}
          aria-describedby={about}
          aria-invalid={props.problem !== null}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A whole number; what is not one stays typed and is said beside it. */
export function NumberField(
  props: FieldProps & {
    readonly value: number
    readonly step?: number
    readonly onChange: (value: number) => void
  },
): JSX.Element {
  return (
    <Field {...props}>
      {({ id, about }) => (
        <input
          type="number"
          inputmode="decimal"
          step={props.step ?? 'any'}
          value={Number.isNaN(props.value) ? '' : props.value}
          id={id}
          aria-describedby={about}
          aria-invalid={props.problem !== null}
          onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  )
}

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

export function SelectField<Value extends string>(
  props: FieldProps & {
    readonly value: Value
    readonly options: readonly Option<Value>[]
    readonly onChange: (value: Value) => void
  },
): JSX.Element {
  return (
    <Field {...props}>
      {({ id, about }) => (
        <select
          id={id}
          aria-describedby={about}
          onChange={(event) => {
            const chosen = props.options.find(({ value }) => value === event.currentTarget.value)
            if (chosen !== undefined) props.onChange(chosen.value)
          }}
        >
          <For each={props.options}>
            {({ value, label }) => (
              <option value={value} selected={value === props.value}>
                {label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}

export function CheckField(props: {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}

/** Several of a few: kinds of places, days of the week. */
export function ManyField<Value extends string>(props: {
  readonly label: string
  readonly problem: string | null
  readonly chosen: readonly Value[]
  readonly options: readonly Option<Value>[]
  readonly onChange: (chosen: readonly Value[]) => void
}): JSX.Element {
  const toggle = (value: Value, isOn: boolean) =>
    props.onChange(
      props.options
        .map((option) => option.value)
        .filter((one) => (one === value ? isOn : props.chosen.includes(one))),
    )
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{props.label}</legend>
      <div class="many">
        <For each={props.options}>
          {({ value, label }) => (
            <CheckField
              label={label}
              isOn={props.chosen.includes(value)}
              onChange={(isOn) => toggle(value, isOn)}
            />
          )}
        </For>
      </div>
      <Show when={props.problem}>
        <p class="soft" data-problem="">
          {props.problem}
        </p>
      </Show>
    </fieldset>
  )
}

/** Something that may be left out: a switch, and its fields while it is on. */
export function MaybeField<Value>(props: {
  readonly label: string
  readonly value: Value | null
  readonly usual: Value
  readonly onChange: (value: Value | null) => void
  readonly children: (value: () => Value) => JSX.Element
}): JSX.Element {
  return (
    <>
      <CheckField
        label={props.label}
        isOn={props.value !== null}
        onChange={(isOn) => props.onChange(isOn ? props.usual : null)}
      />
      <Show when={props.value !== null}>
        <div class="stack indented">{props.children(() => props.value as Value)}</div>
      </Show>
    </>
  )
}
