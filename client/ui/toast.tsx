import { createSignal, type JSX, Show } from 'solid-js'

interface ToastContent {
  readonly text: string
  readonly action: { readonly label: string; run(): void } | null
}

const SHOWN_MS = 8_000
const [content, setContent] = createSignal<ToastContent | null>(null)
let timer: ReturnType<typeof setTimeout> | null = null

/** Shows one line for eight seconds; it stays while the pointer or the focus is on it. */
export function showToast(text: string, action: ToastContent['action'] = null): void {
  setContent({ text, action })
  hideSoon()
}

function hideSoon(): void {
  stay()
  timer = setTimeout(() => setContent(null), SHOWN_MS)
}

function stay(): void {
  if (timer !== null) clearTimeout(timer)
}

export function Toast(): JSX.Element {
  /** Where the focus was before it came here: it goes back when the line is gone. */
  let cameFrom: EventTarget | null = null
  function finish(action: NonNullable<ToastContent['action']>): void {
    action.run()
    setContent(null)
    const isThere = cameFrom instanceof HTMLElement && cameFrom.isConnected
    const back = isThere ? cameFrom : document.getElementById('main')
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  }
  return (
    <div role="status" aria-live="polite">
      <Show when={content()}>
        {(toast) => (
          <div
            class="toast"
            onPointerEnter={stay}
            onPointerLeave={hideSoon}
            onFocusIn={({ relatedTarget }) => {
              stay()
              cameFrom = relatedTarget
            }}
            onFocusOut={hideSoon}
          >
            <span>{toast().text}</span>
            <Show when={toast().action}>
              {(action) => (
                <button
                  type="button"
                  class="button"
                  data-kind="quiet"
                  onClick={() => finish(action())}
                >
                  {action().label}
                </button>
              )}
            </Show>
          </div>
        )}
      </Show>
    </div>
  )
}
