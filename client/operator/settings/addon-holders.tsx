/** Who has what by the month, and until when: asked of the space, because no device of the team knows everybody's. Each may be ended for its member. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Addon } from '../../../domain/billing/addons/addon.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { EndAddonFor } from './end-addon-for.tsx'

export interface ListedAddon extends Addon {
  readonly memberName: string
  readonly until: LocalDate | null
}

const said = words.addons

export function AddonHolders(props: { readonly space: Space }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.space.catalogue.site.id,
    (siteId) => readJson<readonly ListedAddon[]>(`/api/addons/${siteId}`),
  )
  const [ending, setEnding] = createSignal<ListedAddon | null>(null)
  const close = () => setEnding(null)
  return (
    <section class="stack" aria-labelledby="addon-holders">
      <h2 id="addon-holders">{said.holders}</h2>
      <Show when={ending()}>
        {(one) => (
          <EndAddonFor
            addon={one()}
            onClose={close}
            onDone={() => {
              close()
              void refetch()
            }}
          />
        )}
      </Show>
      <Show
        when={found.latest}
        fallback={
          <Show when={!found.loading}>
            <p class="soft">{words.settings.needsConnection}</p>
          </Show>
        }
      >
        {(all) => (
          <ul class="stack" data-gap="small">
            <For each={all()} fallback={<li class="soft">{said.nobody}</li>}>
              {(one) => (
                <li class="row" data-spread>
                  <span>
                    <strong>{one.memberName}</strong>: {said.has(one.name, one.startsOn)},{' '}
                    {said.price(one.price)}
                    <Show when={one.until}>
                      {(until) => <span class="soft">. {said.ends(until())}</span>}
                    </Show>
                  </span>
                  <button
                    type="button"
                    class="button"
                    data-kind="quiet"
                    aria-label={said.endFor(one.name, one.memberName)}
                    onClick={() => setEnding(one)}
                  >
                    {said.end}
                  </button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </section>
  )
}
