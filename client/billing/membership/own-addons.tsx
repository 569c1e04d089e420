/** What the member has by the month and could have: taken and ended here, also without a connection; below each stands what it costs. */
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { Addon } from '../../../domain/billing/addons/addon.ts'
import {
  type AddonFacts,
  heldOf,
  offeredByMonth,
  untilOf,
} from '../../../domain/billing/addons/take-addon.ts'
import type { OwnIntent } from '../../../domain/bookings/booking-view.ts'
import type { Extra } from '../../../domain/sites/extra.ts'
import type { AddonId, ExtraId } from '../../../domain/values/ids.ts'
import { money } from '../../../domain/values/money.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { words } from '../../ui/words.ts'
import { EndAddonSheet, TakeAddonSheet } from './addon-sheets.tsx'
import type { HeldMemberships } from './held-membership.ts'

const said = words.addons

export function OwnAddons(props: { readonly held: HeldMemberships }): JSX.Element {
  const wishes = createOwnWishes(['addon.take', 'addon.end'])
  const [taking, setTaking] = createSignal<Extra | null>(null)
  const [ending, setEnding] = createSignal<Addon | null>(null)
  const facts = () => factsOf(props.held)
  const held = () => heldOf(facts())
  const offered = () => offeredByMonth(props.held.catalogue.site)
  const countOf = ({ id }: Extra) => held().filter(({ extraId }) => extraId === id).length
  return (
    <Show when={held().length + offered().length > 0}>
      <h3>{said.title}</h3>
      <For each={held()}>
        {(addon) => (
          <Held
            addon={addon}
            facts={facts()}
            wish={wishFor(wishes(), addon.id)}
            onEnd={() => setEnding(addon)}
          />
        )}
      </For>
      <For each={offered()}>
        {(extra) => (
          <Offered
            extra={extra}
            currency={props.held.catalogue.site.currency}
            isFull={countOf(extra) >= extra.maxCount}
            wish={wishFor(wishes(), extra.id)}
            onTake={() => setTaking(extra)}
          />
        )}
      </For>
      <Switch>
        <Match when={taking()}>
          {(extra) => (
            <TakeAddonSheet
              held={props.held}
              facts={facts()}
              extra={extra()}
              onClose={() => setTaking(null)}
            />
          )}
        </Match>
        <Match when={ending()}>
          {(addon) => (
            <EndAddonSheet
              held={props.held}
              facts={facts()}
              addon={addon()}
              onClose={() => setEnding(null)}
            />
          )}
        </Match>
      </Switch>
    </Show>
  )
}

function factsOf({ catalogue, member, owed, today }: HeldMemberships): AddonFacts {
  return { site: catalogue.site, member, addons: owed?.addons ?? [], today }
}

/** The last thing that this device wished about it. */
function wishFor(
  wishes: readonly OwnIntent[] | undefined,
  id: AddonId | ExtraId,
): OwnIntent | null {
  const own = (wishes ?? []).filter(({ intent }) => {
    if (intent.kind === 'addon.take') return intent.body.extraId === id
    return intent.kind === 'addon.end' && intent.body.addonId === id
  })
  return own.at(-1) ?? null
}

function Held(props: {
  readonly addon: Addon
  readonly facts: AddonFacts
  readonly wish: OwnIntent | null
  readonly onEnd: () => void
}): JSX.Element {
  const until = () => untilOf(props.addon, props.facts)
  return (
    <article class="card stack" data-gap="small" aria-label={props.addon.name}>
      <div class="row" data-spread>
        <strong>{props.addon.name}</strong>
        <span>{said.price(props.addon.price)}</span>
      </div>
      <div class="row" data-spread>
        <span class="soft">
          <Show when={until()} fallback={said.since(props.addon.startsOn)}>
            {(date) => said.ends(date())}
          </Show>
          <Show when={props.addon.ended?.reason}>{(reason) => <> {said.bySpace(reason())}</>}</Show>
        </span>
        <Show when={until() === null && !isOpen(props.wish)}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={said.endNamed(props.addon.name)}
            onClick={() => props.onEnd()}
          >
            {said.end}
          </button>
        </Show>
      </div>
      <Wished wish={props.wish} />
    </article>
  )
}

function Offered(props: {
  readonly extra: Extra
  readonly currency: string
  readonly isFull: boolean
  readonly wish: OwnIntent | null
  readonly onTake: () => void
}): JSX.Element {
  return (
    <Show when={!props.isFull || isOpen(props.wish)}>
      <div class="stack" data-gap="small">
        <div class="row" data-spread>
          <span>
            {props.extra.name}
            <span class="soft">, {said.price(money(props.extra.priceMinor, props.currency))}</span>
          </span>
          <Show when={!isOpen(props.wish)}>
            <button
              type="button"
              class="button"
              aria-label={said.takeNamed(props.extra.name)}
              onClick={() => props.onTake()}
            >
              {said.take}
            </button>
          </Show>
        </div>
        <Wished wish={props.wish} />
      </div>
    </Show>
  )
}

function isOpen(wish: OwnIntent | null): boolean {
  return wish?.state === 'saved' || wish?.state === 'received'
}

/** What became of a wish, as long as there is something to say. */
function Wished(props: { readonly wish: OwnIntent | null }): JSX.Element {
  const sentence = () => {
    switch (props.wish?.state) {
      case 'saved':
        return said.saved
      case 'received':
        return said.sending
      case 'expired':
        return said.late
      case 'settled': {
        const outcome = props.wish.settled?.outcome
        return outcome?.kind === 'refused' ? words.refusal(outcome.refusal) : ''
      }
      case undefined:
        return ''
    }
  }
  return (
    <Show when={sentence()}>
      {(text) => (
        <p role="status" class="soft">
          {text()}
        </p>
      )}
    </Show>
  )
}
