import type { JSX } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { words } from '../../ui/words.ts'

/** Title and text, which both kinds have. */
export function TextFields(props: {
  readonly title: string
  readonly text: string
  readonly onTitle: (title: string) => void
  readonly onText: (text: string) => void
}): JSX.Element {
  return (
    <>
      <label class="field">
        {words.happenings.title}
        <input
          required
          maxlength={limits.eventTitleLengthMax}
          value={props.title}
          onInput={(event) => props.onTitle(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {words.happenings.text}
        <textarea
          rows="4"
          maxlength={limits.eventTextLengthMax}
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
      </label>
    </>
  )
}
