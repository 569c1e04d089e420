import type { JSX } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'

/** Thirty days without contact: nothing is shown before the next one, or a sign-in. What waits to be sent is kept. */
export function Locked(): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <div class="empty">
        <Icon name="clock" />
        <h1>{words.account.locked}</h1>
        <p>{words.account.lockedSentence}</p>
        <a class="button" data-kind="primary" href="/sign-in">
          {words.account.signIn}
        </a>
      </div>
    </main>
  )
}
