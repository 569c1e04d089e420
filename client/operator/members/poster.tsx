/** The poster by which people join, as it is printed: what to do, the code, and the address for who cannot scan it. */
import type { JSX } from 'solid-js'
import { Portal } from 'solid-js/web'
import { QrCode } from '../../ui/qr-code.tsx'
import { words } from '../../ui/words.ts'

const { people } = words

/** Beside the app in the page, so that it alone is on the paper. */
export function Poster(props: { readonly siteName: string; readonly url: string }): JSX.Element {
  return (
    <Portal>
      <section class="poster" aria-hidden="true">
        <h1>{people.joinAt(props.siteName)}</h1>
        <p>{people.posterSentence}</p>
        <QrCode text={props.url} label={people.poster} />
        <p class="poster-url">{props.url}</p>
      </section>
    </Portal>
  )
}
