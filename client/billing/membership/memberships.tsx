/** Somebody's memberships: what each is and costs, what is coming, and the ways to change it. */
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import '../billing.css'
import { feeOf } from '../../../domain/billing/memberships/fee-periods.ts'
import type { ChangeWish } from '../../../domain/billing/memberships/propose-change.ts'
import { comingOf, dayOf, endOf, type Membership } from '../../../domain/memberships/membership.ts'
import { hadSince, membershipsOf } from '../../../domain/memberships/memberships-of.ts'
import type { TierId } from '../../../domain/values/ids.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { ChangeSheet, EndSheet, PauseSheet } from './change-forms.tsx'
import { ConfirmChange } from './confirm-change.tsx'
import type { HeldMemberships } from './held-membership.ts'
import { changeKinds, isUndecided, lastWish, WishedChange } from './wished-change.tsx'

const said = words.memberships

type Open = 'change' | 'pause' | 'end' | ChangeWish

export function Memberships(props: { readonly held: HeldMemberships }): JSX.Element {
  const here = () =>
    membershipsOf(props.held.member).filter(({ siteId }) => siteId === props.held.catalogue.site.id)
  // A membership without a row is made anew whenever it is asked for: its card is known by its id.
  return (
    <Show when={here().length > 0} fallback={<p class="soft">{said.none}</p>}>
      <KeyedFor each={here()} by={({ id }) => id}>
        {(membership) => <MembershipCard held={props.held} membership={membership()} />}
      </KeyedFor>
    </Show>
  )
}

interface CardProps {
  readonly held: HeldMemberships
  readonly membership: Membership
}

function MembershipCard(props: CardProps): JSX.Element {
  const [open, setOpen] = createSignal<Open | null>(null)
  const close = () => setOpen(null)
  const day = () => dayOf(props.membership, props.held.today)
  const tierId = () => day().tierId ?? props.membership.tierId
  const name = () => nameOf(props, tierId())
  const wishes = createOwnWishes(changeKinds)
  const own = () =>
    props.held.asker === 'member' ? lastWish(wishes() ?? [], props.membership) : null
  const wish = () => {
    const found = open()
    return typeof found === 'object' ? found : null
  }
  return (
    <article class="card stack" data-gap="small" aria-label={name()}>
      <div class="row" data-spread>
        <strong>{name()}</strong>
        <span>
          {said.price(
            feeOf(props.held.catalogue.site.billing, tierId()),
            props.held.catalogue.site.currency,
          )}
        </span>
      </div>
      <Standing {...props} />
      <Coming {...props} onTakeBack={setOpen} />
      <Show when={own()}>{(one) => <WishedChange held={props.held} wish={one()} />}</Show>
      <Show when={!isUndecided(own())}>
        <Actions {...props} name={name()} onOpen={setOpen} />
      </Show>
      <Switch>
        <Match when={open() === 'change'}>
          <ChangeSheet {...props} onClose={close} />
        </Match>
        <Match when={open() === 'pause'}>
          <PauseSheet {...props} onClose={close} />
        </Match>
        <Match when={open() === 'end'}>
          <EndSheet {...props} onClose={close} />
        </Match>
        <Match when={wish()}>
          {(found) => (
            <Sheet
              title={found().kind === 'resume' ? said.resumeOf(name()) : said.takeBackTitle}
              onClose={close}
            >
              <ConfirmChange {...props} wish={found()} onDone={close} />
            </Sheet>
          )}
        </Match>
      </Switch>
    </article>
  )
}

function nameOf({ held }: CardProps, tierId: TierId): string {
  return held.catalogue.tiers.find(({ id }) => id === tierId)?.name ?? ''
}

/** Whether it runs, and since when. */
function Standing(props: CardProps): JSX.Element {
  const sentence = () => {
    const { today } = props.held
    const { tierId, pause } = dayOf(props.membership, today)
    const end = endOf(props.membership)
    const { startsOn } = props.membership
    if (startsOn !== null && startsOn > today) return said.begins(startsOn)
    if (pause !== null) return said.paused(pause.until)
    if (end !== null) return said.ends(end.on)
    const since = tierId === null ? null : hadSince(props.membership, today)
    return since === null ? null : said.since(since)
  }
  return <Show when={sentence()}>{(text) => <p class="soft">{text()}</p>}</Show>
}

function Coming(
  props: CardProps & { readonly onTakeBack: (wish: ChangeWish) => void },
): JSX.Element {
  const coming = () => comingOf(props.membership, props.held.today)
  const mayTakeBack = (madeBy: string) => props.held.asker === 'space' || madeBy === 'member'
  return (
    <Show when={coming().length > 0}>
      <ul class="stack" data-gap="small" aria-label={said.coming}>
        <For each={coming()}>
          {(change) => (
            <li class="row" data-spread>
              <span>
                {said.effect(
                  change,
                  change.kind === 'tier' ? nameOf(props, change.tierId) : '',
                  props.held.today,
                )}
                <Show when={change.reason}>
                  <span class="soft"> {said.bySpace(change.reason)}</span>
                </Show>
              </span>
              <Show when={mayTakeBack(change.madeBy)}>
                <button
                  type="button"
                  class="button"
                  data-kind="quiet"
                  onClick={() => props.onTakeBack({ kind: 'take-back', changeId: change.id })}
                >
                  {said.takeBack}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** Who has given notice takes it back first; what is not there yet or any more is not changed. */
function Actions(
  props: CardProps & { readonly name: string; readonly onOpen: (open: Open) => void },
): JSX.Element {
  const day = () => dayOf(props.membership, props.held.today)
  const fee = () => feeOf(props.held.catalogue.site.billing, day().tierId)
  const isOpen = () => day().tierId !== null && endOf(props.membership) === null
  return (
    <Show when={isOpen()}>
      <div class="row">
        <button
          type="button"
          class="button"
          aria-label={said.changeOf(props.name)}
          onClick={() => props.onOpen('change')}
        >
          {said.change}
        </button>
        <Show
          when={day().pause === null}
          fallback={
            <button
              type="button"
              class="button"
              aria-label={said.resumeOf(props.name)}
              onClick={() => props.onOpen({ kind: 'resume' })}
            >
              {said.resume}
            </button>
          }
        >
          <Show when={fee()?.pause != null}>
            <button
              type="button"
              class="button"
              aria-label={said.pauseOf(props.name)}
              onClick={() => props.onOpen('pause')}
            >
              {said.pause}
            </button>
          </Show>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={said.endOf(props.name)}
          onClick={() => props.onOpen('end')}
        >
          {said.end}
        </button>
      </div>
    </Show>
  )
}
