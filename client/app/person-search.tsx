/** A field that finds people by name, and those found to choose from. Asked of the space each time: names stay on no device. */
import { createResource, createSignal, For, type JSX } from 'solid-js'
import type { MemberId } from '../../domain/values/ids.ts'
import { FindField } from '../ui/find-field.tsx'

export interface PersonNamed {
  readonly id: MemberId
  readonly name: string
}

export function PersonSearch<Person extends PersonNamed>(props: {
  /** Null where the space is out of reach. */
  readonly find: (text: string) => Promise<readonly Person[] | null>
  readonly label: string
  /** What the choice is for, over those found. */
  readonly title: string
  /** Said where the space is out of reach. */
  readonly needsConnection: string
  readonly chosen: Person | null
  readonly onChoose: (person: Person | null) => void
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [found] = createResource(typed, (text) => props.find(text))
  return (
    <>
      <FindField
        label={props.label}
        value={typed()}
        onInput={(text) => {
          props.onChoose(null)
          setTyped(text)
        }}
      />
      <p class="soft" role="status">
        {found() === null ? props.needsConnection : ''}
      </p>
      <ul class="row" aria-label={props.title}>
        <For each={found() ?? []}>
          {(one) => (
            <li>
              <button
                type="button"
                class="chip"
                aria-pressed={props.chosen?.id === one.id}
                onClick={() => props.onChoose(one)}
              >
                {one.name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}
