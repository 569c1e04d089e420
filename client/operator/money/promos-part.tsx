/** Promo codes: what each gives, how often it was redeemed, and whether it can be. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { PromoCode } from '../../../domain/sites/promo.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { newPromo, PromoSheet } from './promo-sheet.tsx'
import { savePromo } from './save-promo.ts'

export interface ListedPromo extends PromoCode {
  readonly uses: number
}

interface Promos {
  readonly promos: readonly ListedPromo[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
}

export function PromosPart(props: { readonly space: Space }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.space.catalogue.site.id,
    (siteId: SiteId) => readJson<Promos>(`/api/billing/${siteId}/promos`),
  )
  const [opened, setOpened] = createSignal<PromoCode | null>(null)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  async function pause({ uses: _uses, ...promo }: ListedPromo): Promise<void> {
    setTrouble(await savePromo({ ...promo, isPaused: !promo.isPaused }))
    await refetch()
  }
  return (
    <Show when={found.latest} fallback={<p>{words.settings.needsConnection}</p>}>
      {(known) => (
        <section class="stack" aria-label={words.billing.parts.promos}>
          <p class="soft">{words.promos.sentence}</p>
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => setOpened(newPromo(props.space.catalogue.site.id))}
            >
              {words.promos.make}
            </button>
          </div>
          <p role="alert" class="state" data-tone="problem">
            {trouble()}
          </p>
          <ul class="waiting">
            <For each={known().promos} fallback={<li class="empty">{words.promos.none}</li>}>
              {(promo) => (
                <PromoRow
                  space={props.space}
                  promo={promo}
                  onChange={() => {
                    const { uses: _uses, ...rest } = promo
                    setOpened(rest)
                  }}
                  onPause={() => void pause(promo)}
                />
              )}
            </For>
          </ul>
          <Show when={opened()} keyed>
            {(promo) => (
              <PromoSheet
                space={props.space}
                promo={promo}
                teams={known().teams}
                onClose={() => setOpened(null)}
                onDone={() => {
                  setOpened(null)
                  void refetch()
                }}
              />
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}

function PromoRow(props: {
  readonly space: Space
  readonly promo: ListedPromo
  readonly onChange: () => void
  readonly onPause: () => void
}): JSX.Element {
  const { promo } = props
  const { currency } = props.space.catalogue.site
  return (
    <li class="bill-row">
      <span class="stack" data-gap="small">
        <strong>
          {promo.code}
          {promo.isPaused ? `, ${words.promos.paused.toLowerCase()}` : ''}
        </strong>
        <span>
          {promo.name}: {words.promos.gives(promo.gift, currency)}
        </span>
        <span class="soft">{words.promos.uses(promo.uses, promo.usesMax)}</span>
      </span>
      <span class="row bill-acts">
        <button
          type="button"
          class="button"
          aria-label={words.promos.changeNamed(promo.code)}
          onClick={() => props.onChange()}
        >
          {words.promos.change}
        </button>
        <button
          type="button"
          class="button"
          aria-label={
            promo.isPaused
              ? words.promos.resumeNamed(promo.code)
              : words.promos.pauseNamed(promo.code)
          }
          onClick={() => props.onPause()}
        >
          {promo.isPaused ? words.promos.resume : words.promos.pause}
        </button>
      </span>
    </li>
  )
}
