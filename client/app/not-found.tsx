import type { JSX } from 'solid-js'
import { words } from '../ui/words.ts'

export function NotFound(): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.app.notFoundTitle}</h1>
      <p>{words.app.notFoundSentence}</p>
      <a class="button" href="/">
        {words.app.goToToday}
      </a>
    </main>
  )
}
