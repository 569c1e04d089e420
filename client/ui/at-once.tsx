/** The parts of a page, each with rows of its own from this device, shown in one moment: none pushes down one that is being read. */
import { createEffect, createSignal, type JSX, onCleanup, untrack } from 'solid-js'
import { createTogether, FirstAnswers } from './together.ts'

/** Milliseconds. Rows answer within a tenth of a second; where one does not, the others are worth more than standing still. */
const PATIENCE_MS = 1_500

export function AtOnce(props: { readonly children: JSX.Element }): JSX.Element {
  const together = createTogether()
  const [isShown, setShown] = createSignal(false)
  let parts: HTMLDivElement | undefined
  function show(): void {
    if (isShown()) return
    setShown(true)
    // What the address names was nowhere yet when the page was opened.
    requestAnimationFrame(() => {
      const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
      if (parts?.contains(named) === true) named?.scrollIntoView()
    })
  }
  const timer = setTimeout(show, PATIENCE_MS)
  onCleanup(() => clearTimeout(timer))
  // Once shown they stay: what is asked later is news.
  createEffect(() => together.isReady() && untrack(show))
  return (
    <FirstAnswers.Provider value={together}>
      <div class="at-once" ref={parts} hidden={!isShown()}>
        {props.children}
      </div>
    </FirstAnswers.Provider>
  )
}
