/** The way to the page where a sum is paid, and beside it what else leads to its end. It needs a connection, and says so. */
import { createSignal, type JSX } from 'solid-js'
import { createAct } from '../app/act.ts'
import { goToPage } from '../app/go-to-page.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/words.ts'

export function PayByPage(props: {
  /** What the space is asked for the page's address. */
  readonly path: string
  /** On the button. */
  readonly says: string
  /** What it is called where several stand in a list. */
  readonly label?: string
  readonly children?: JSX.Element
}): JSX.Element {
  const status = createStatus()
  const act = createAct()
  const [isLeaving, setIsLeaving] = createSignal(false)
  const isOffline = () => status()?.state === 'offline'
  const isWaiting = () => act.isBusy() || isLeaving()
  const pay = async () => void setIsLeaving(await goToPage(act, props.path))
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          aria-label={props.label}
          disabled={isWaiting() || isOffline()}
          onClick={() => void pay()}
        >
          {props.says}
        </button>
        {props.children}
      </div>
      <p role="status" class="soft">
        {isOffline() ? words.paying.needsConnection : isWaiting() ? words.paying.opening : ''}
      </p>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </>
  )
}
