/** One thing that a member says, with whether others see it beside it. What is typed is saved a moment later, and at the latest when the field is left. */
import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js'
import type { ProfileField, ProfilePart } from '../../../domain/community/profile.ts'
import { limits } from '../../../domain/values/limits.ts'
import { words } from '../../ui/words.ts'
import type { OwnProfile } from './profile-state.ts'

const { community } = words
/** So that not every letter goes out by itself. */
const SAVED_AFTER_MS = 600

type TypedField = Exclude<ProfileField, 'photo'>

const kinds: Readonly<Record<TypedField, { type: string; autocomplete: string }>> = {
  name: { type: 'text', autocomplete: 'name' },
  company: { type: 'text', autocomplete: 'organization' },
  work: { type: 'text', autocomplete: 'organization-title' },
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
}

export function LineField(props: {
  readonly own: OwnProfile
  readonly field: TypedField
  readonly placeholder?: string
}): JSX.Element {
  const typing = createTyping(
    () => props.own.profile()[props.field],
    (value) => props.own.write({ kind: 'field', field: props.field, value }),
  )
  const id = createUniqueId()
  const problem = () =>
    props.field === 'email' || props.field === 'phone'
      ? community.problems[props.field]
      : community.problems.other
  return (
    <div class="profile-part">
      <label class="field">
        {community.fields[props.field]}
        <input
          type={kinds[props.field].type}
          autocomplete={kinds[props.field].autocomplete}
          maxlength={props.field === 'email' ? limits.emailLengthMax : limits.profileLineLengthMax}
          placeholder={props.placeholder}
          value={typing.value()}
          aria-describedby={id}
          aria-invalid={typing.isWrong()}
          onInput={(event) => typing.type(event.currentTarget.value)}
          onBlur={typing.leave}
        />
      </label>
      <p id={id} class="state" data-tone="problem" role="alert">
        <Show when={typing.isWrong()}>{problem()}</Show>
      </p>
      <Show when={props.field === 'name' ? null : props.field}>
        {(part) => <ShowSwitch own={props.own} part={part()} />}
      </Show>
    </div>
  )
}

export function AboutField(props: { readonly own: OwnProfile }): JSX.Element {
  const typing = createTyping(
    () => props.own.profile().about,
    (text, from) => props.own.write({ kind: 'about', text, from }),
  )
  const left = () => limits.aboutLengthMax - typing.value().length
  const id = createUniqueId()
  return (
    <div class="profile-part">
      <label class="field">
        {community.fields.about}
        <textarea
          rows="4"
          maxlength={limits.aboutLengthMax}
          value={typing.value()}
          aria-describedby={id}
          onInput={(event) => typing.type(event.currentTarget.value)}
          onBlur={typing.leave}
        />
      </label>
      <p id={id} class="soft">
        {community.lettersLeft(left())}
      </p>
      <ShowSwitch own={props.own} part="about" />
    </div>
  )
}

export function ShowSwitch(props: {
  readonly own: OwnProfile
  readonly part: Exclude<ProfilePart, 'name'>
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.own.profile().shown.includes(props.part)}
        onChange={({ currentTarget: { checked } }) =>
          props.own.write({ kind: 'show', part: props.part, isShown: checked })
        }
      />
      {community.show(community.fields[props.part])}
    </label>
  )
}

/**
 * What stands in the field while somebody types is theirs; what comes from elsewhere meanwhile shows when they have left it. Only what was typed
 * is written, once, with what stood there before: a field that is left says nothing about what others made of it.
 */
function createTyping(said: () => string, write: (value: string, from: string) => boolean) {
  const [typed, setTyped] = createSignal<string | null>(null)
  const [isWrong, setIsWrong] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let from: string | null = null
  let isUnsaved = false
  function save(): void {
    clearTimeout(timer)
    const value = typed()
    if (value === null || from === null || !isUnsaved) return
    const isWritten = value === from || write(value, from)
    setIsWrong(!isWritten)
    isUnsaved = !isWritten
    if (isWritten) from = value
  }
  onCleanup(save)
  return {
    isWrong,
    value: () => typed() ?? said(),
    type: (value: string) => {
      from ??= said()
      isUnsaved = true
      setTyped(value)
      setIsWrong(false)
      clearTimeout(timer)
      timer = setTimeout(save, SAVED_AFTER_MS)
    },
    leave: () => {
      save()
      if (isWrong()) return
      from = null
      setTyped(null)
    },
  }
}
