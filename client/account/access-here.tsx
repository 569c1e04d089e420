/** Wi-Fi and door of this location, for who has signed in: asked for while there is a network, and kept for when there is none. */
import { useSearchParams } from '@solidjs/router'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { readAccess } from './keep-access.ts'

/** With `isBrief` only where there is something to show: on Today, below everything else. */
export function AccessHere(props: {
  readonly space: Space
  readonly isBrief?: boolean
}): JSX.Element {
  const said = words.messages
  /** A link in the first mail leads to them. */
  const [search] = useSearchParams()
  const isAsked = () => search['show'] === 'codes'
  const [isShown, setIsShown] = createSignal(isAsked())
  const [read] = createResource(() => props.space.catalogue.site.id, readAccess)
  const rows = () => {
    const access = read()?.access ?? null
    if (access === null) return []
    const { network, code, door } = access
    const all = [
      [said.network, network],
      [said.code, code],
      [said.door, door],
    ] as const
    return all.filter(([, text]) => text !== '')
  }
  return (
    <Show when={props.isBrief !== true || rows().length > 0}>
      <section class="stack" data-gap="small" id={props.isBrief === true ? undefined : 'codes'}>
        <h2>{said.accessTitle}</h2>
        <Show
          when={rows().length > 0}
          fallback={<p class="soft">{read() === null ? said.notKept : said.noAccess}</p>}
        >
          <Show when={isShown()}>
            <dl class="facts">
              {rows().map(([term, text]) => (
                <div>
                  <dt class="soft">{term}</dt>
                  <dd>
                    <code>{text}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </Show>
          <div class="row">
            <button
              type="button"
              class="button"
              aria-expanded={isShown()}
              onClick={() => setIsShown(!isShown())}
            >
              <Icon name="door" />
              {isShown() ? said.hide : said.show}
            </button>
          </div>
        </Show>
      </section>
    </Show>
  )
}
