/** A sheet with a form that asks the space for one thing, once, and closes when it is done; until then it says why not. */
import { createSignal, type JSX } from 'solid-js'
import { Sheet } from './sheet.tsx'
import { showToast } from './toast.tsx'

/** Nothing was asked for yet, and nothing is wrong: the form shows what to look at first. */
export const notYet = Symbol('not yet')

export function FormSheet(props: {
  readonly title: string
  /** What the button says. */
  readonly submit: string
  readonly isReady?: boolean
  /** Said when it is done. */
  readonly done: string
  /** Null where it is done, otherwise why not, in words. */
  readonly send: () => Promise<string | typeof notYet | null>
  /** Other buttons. */
  readonly beside?: JSX.Element
  readonly onClose: () => void
  /** Instead of closing, when it is done. */
  readonly onDone?: () => void
  readonly children: JSX.Element
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  async function submit(): Promise<void> {
    setIsBusy(true)
    const why = await props.send()
    setIsBusy(false)
    setTrouble(why === notYet ? null : why)
    if (why !== null) return
    showToast(props.done)
    if (props.onDone === undefined) props.onClose()
    else props.onDone()
  }
  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy()) void submit()
        }}
      >
        {props.children}
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <div class="row">
          <button
            type="submit"
            class="button"
            data-kind="primary"
            disabled={isBusy() || props.isReady === false}
          >
            {props.submit}
          </button>
          {props.beside}
        </div>
      </form>
    </Sheet>
  )
}
