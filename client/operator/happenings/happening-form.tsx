/** A sheet with a form that asks the space for one thing and closes when it is done. */
import { createSignal, type JSX } from 'solid-js'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

export function HappeningForm(props: {
  readonly title: string
  /** Said when it is done. */
  readonly done: string
  /** Null where it is done, otherwise why not. */
  readonly send: () => Promise<string | null>
  readonly onClose: () => void
  readonly children: JSX.Element
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  async function submit(): Promise<void> {
    setIsBusy(true)
    const why = await props.send()
    setIsBusy(false)
    setTrouble(why)
    if (why !== null) return
    showToast(props.done)
    props.onClose()
  }
  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {props.children}
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary" disabled={isBusy()}>
          {words.happenings.save}
        </button>
      </form>
    </Sheet>
  )
}

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
          maxlength="120"
          value={props.title}
          onInput={(event) => props.onTitle(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {words.happenings.text}
        <textarea
          rows="4"
          maxlength="2000"
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
      </label>
    </>
  )
}
