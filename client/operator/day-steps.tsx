/** Back, today, ahead: three that stay beside each other wherever the row breaks. */
import type { JSX } from 'solid-js'
import './operator.css'
import { StepButton } from '../ui/step-button.tsx'
import { words } from '../ui/words.ts'

export function DaySteps(props: {
  readonly previous: string
  readonly next: string
  readonly isFirst?: boolean
  readonly isLast?: boolean
  readonly isToday?: boolean
  readonly onStep: (step: -1 | 1) => void
  readonly onToday: () => void
}): JSX.Element {
  return (
    <div class="steps">
      <StepButton
        label={props.previous}
        icon="previous"
        isOff={props.isFirst === true}
        onClick={() => props.onStep(-1)}
      />
      <button
        type="button"
        class="button"
        disabled={props.isToday === true}
        onClick={() => props.onToday()}
      >
        {words.app.places.today}
      </button>
      <StepButton
        label={props.next}
        icon="next"
        isOff={props.isLast === true}
        onClick={() => props.onStep(1)}
      />
    </div>
  )
}
