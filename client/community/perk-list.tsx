/** What partners give to members: only what is for this one is on this device, so it is here without a connection too. */
import { createSignal, type JSX, lazy, Show } from 'solid-js'
import type { Space } from '../app/with-space.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { createPerks, type KnownPerk, usePerk } from './perks-model.ts'

const PerkCode = lazy(async () => ({ default: (await import('./perk-code.tsx')).PerkCode }))
const { perks: said } = words

export function PerkList(props: { readonly space: Space }): JSX.Element {
  const perks = createPerks(() => props.space)
  return (
    <Show when={perks().length > 0}>
      <section class="stack" aria-labelledby="perks">
        <h2 id="perks">{said.title}</h2>
        <ul class="stack">
          <KeyedFor each={perks()} by={({ perk }) => perk.id}>
            {(known) => <PerkCard known={known()} space={props.space} />}
          </KeyedFor>
        </ul>
      </section>
    </Show>
  )
}

function PerkCard(props: { readonly known: KnownPerk; readonly space: Space }): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const perk = () => props.known.perk
  async function show(): Promise<void> {
    if (await usePerk(perk())) setIsOpen(true)
  }
  return (
    <li class="card stack" data-gap="small">
      <h3 dir="auto">{perk().title}</h3>
      <Show when={perk().text !== ''}>
        <SaidText text={perk().text} />
      </Show>
      <Show when={perk().link !== ''}>
        <a href={perk().link} target="_blank" rel="noopener noreferrer">
          {new URL(perk().link).host}
        </a>
      </Show>
      <p class="soft">{standing(props.known, props.space)}</p>
      <p role="status">{props.known.whyNot}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="soft"
          disabled={props.known.whyNot !== null}
          aria-label={said.showLabel(perk().title)}
          onClick={() => void show()}
        >
          {said.show}
        </button>
      </div>
      <Show when={isOpen()}>
        <PerkCode perk={perk()} space={props.space} onClose={() => setIsOpen(false)} />
      </Show>
    </li>
  )
}

function standing({ perk, used }: KnownPerk, { today }: Space): string {
  const { usesMax, until } = perk
  const last = until === null ? [] : [said.until(words.amounts.dateWithin(until, today))]
  const left = usesMax === null ? [] : [said.left(Math.max(0, usesMax - used.length), usesMax)]
  return [...last, ...left].join(' · ')
}
