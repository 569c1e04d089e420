/** A setting under its title, whose form begins anew when somebody else's word of it has come. */
import { createMemo, type JSX, Show } from 'solid-js'
import { fingerprint } from '../../../domain/values/fingerprint.ts'

export function SettingSection(props: {
  readonly title: string
  /** What is set, as it stands. */
  readonly value: object
  readonly form: () => JSX.Element
}): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.value))
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      <Show when={stamp()} keyed>
        {(_stamp) => props.form()}
      </Show>
    </section>
  )
}
