/** Skills, languages, links: added one by one, each taken away with a tap. */
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { hasRoom, readLink } from '../../../domain/community/parse-profile.ts'
import type { ProfileList } from '../../../domain/community/profile.ts'
import { limits } from '../../../domain/values/limits.ts'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/words.ts'
import { ShowSwitch } from './line-field.tsx'
import type { OwnProfile } from './profile-state.ts'

const { community } = words

export function ListField(props: {
  readonly own: OwnProfile
  readonly list: ProfileList
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const id = createUniqueId()
  let input: HTMLInputElement | undefined
  const values = () => props.own.profile()[props.list]
  function add(): void {
    if (typed().trim() === '') return
    if (!hasRoom(props.own.profile(), props.list)) {
      setProblem(community.full)
      return
    }
    const { list } = props
    const value = list === 'links' ? readLink(typed()) : typed()
    const isAdded = value !== null && props.own.write({ kind: 'add', list, value })
    setProblem(
      isAdded ? '' : list === 'links' ? community.problems.links : community.problems.other,
    )
    if (isAdded) setTyped('')
  }
  function remove(value: string): void {
    props.own.write({ kind: 'remove', list: props.list, value })
    input?.focus()
  }
  return (
    <fieldset class="profile-part">
      <legend>{community.fields[props.list]}</legend>
      <ul class="tags">
        <For each={values()}>
          {(value) => (
            <li class="tag" data-removable>
              {value}
              <button
                type="button"
                class="button"
                data-kind="icon"
                aria-label={community.removeOne(value)}
                onClick={() => remove(value)}
              >
                <Icon name="close" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <form
        class="row"
        data-tight
        data-align="end"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label class="field grow">
          {community.addTo[props.list]}
          <input
            ref={input}
            type="text"
            inputmode={props.list === 'links' ? 'url' : 'text'}
            maxlength={props.list === 'links' ? limits.linkLengthMax : limits.tagLengthMax}
            value={typed()}
            aria-describedby={id}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setProblem('')
            }}
          />
        </label>
        <button type="submit" class="button">
          {community.add}
        </button>
      </form>
      <p id={id} class="state" data-tone="problem" role="alert">
        <Show when={problem()}>{problem()}</Show>
      </p>
      <ShowSwitch own={props.own} part={props.list} />
    </fieldset>
  )
}
