import type { JSX } from 'solid-js'
import { words } from '../ui/words.ts'

export function BackToHelp(): JSX.Element {
  return (
    <p>
      <a class="button" data-kind="quiet" href="/me/help">
        {words.support.backToHelp}
      </a>
    </p>
  )
}
