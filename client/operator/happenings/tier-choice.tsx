import { For, type JSX } from 'solid-js'
import type { TierId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'

const { happenings } = words

/** None chosen means everybody. */
export function TierChoice(props: {
  readonly space: Space
  readonly chosen: readonly TierId[]
  readonly onChange: (tierIds: readonly TierId[]) => void
}): JSX.Element {
  const toggle = (id: TierId) =>
    props.onChange(
      props.chosen.includes(id) ? props.chosen.filter((one) => one !== id) : [...props.chosen, id],
    )
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{happenings.forWhom}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.chosen.length === 0}
          onChange={() => props.onChange([])}
        />
        {happenings.everybody}
      </label>
      <For each={props.space.catalogue.tiers}>
        {({ id, name }) => (
          <label class="choice">
            <input
              type="checkbox"
              checked={props.chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            {name}
          </label>
        )}
      </For>
    </fieldset>
  )
}
