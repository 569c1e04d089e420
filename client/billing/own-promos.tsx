/** A promo code is entered here; what those that were redeemed give stands below. */
import { For, type JSX, Show } from 'solid-js'
import { CodeForm } from '../app/code-form.tsx'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { createOwnPromos } from './read-own-funds.ts'

export function OwnPromos(props: { readonly space: Space }): JSX.Element {
  const site = () => props.space.catalogue.site
  const promos = createOwnPromos(() => site().id)
  return (
    <section class="stack" aria-labelledby="own-promos">
      <h2 id="own-promos">{words.promos.title}</h2>
      <CodeForm siteId={site().id} />
      <Show when={promos().length > 0}>
        <ul class="bill-list">
          <For each={promos()}>
            {({ name, gift }) => (
              <li class="fund">
                <strong>{name}</strong>
                <span class="soft">{words.promos.gives(gift, site().currency)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
