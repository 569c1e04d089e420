import { For, type JSX } from 'solid-js'
import { type Rhythm, usualRhythms } from '../../../domain/bookings/series/recurrence.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { words } from '../../ui/words.ts'

/** How a booking repeats: not at all, in one of the usual ways, or as the member says. */
export type Repeat = Rhythm | 'never' | 'other'

/** The first control of a series. In the sheet of a single booking it stands on "doesn't repeat". */
export function RepeatChoice(props: {
  readonly date: LocalDate
  readonly repeat: Repeat
  readonly onChange: (repeat: Repeat) => void
  /** It took the place of the one that was just used, and takes its focus. */
  readonly hasFocus?: boolean
}): JSX.Element {
  const usual = () => usualRhythms(props.date)
  const isChosen = (rhythm: Rhythm) => JSON.stringify(rhythm) === JSON.stringify(props.repeat)
  const choose = (value: string) =>
    props.onChange(
      value === 'never' || value === 'other' ? value : (usual()[Number(value)] ?? 'never'),
    )
  return (
    <label class="field">
      {words.series.repeat}
      <select
        ref={(field) => props.hasFocus && queueMicrotask(() => field.focus())}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="never" selected={props.repeat === 'never'}>
          {words.series.never}
        </option>
        <For each={usual()}>
          {(rhythm, index) => (
            <option value={index()} selected={isChosen(rhythm)}>
              {words.series.rhythm({ rhythm, every: 1 })}
            </option>
          )}
        </For>
        <option value="other" selected={props.repeat === 'other'}>
          {words.series.other}
        </option>
      </select>
    </label>
  )
}
