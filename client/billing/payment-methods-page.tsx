/** What is charged, in which order, and what may be tried when the first is declined. Cards are entered where they are kept, on a page of its own. */

import { useSearchParams } from '@solidjs/router'
import { For, type JSX, onMount, Show } from 'solid-js'
import { BackLink } from '../ui/back-link.tsx'
import './billing.css'
import {
  mayBeFirst,
  type PayMethods,
  type SavedMethod,
} from '../../domain/billing/paying/pay-methods.ts'
import { blockSteps } from '../../domain/sites/dunning-settings.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import { CodeForm } from '../app/code-form.tsx'
import { goToPage } from '../app/go-to-page.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createOwnAsOf } from '../store/bills.ts'
import { createStatus } from '../store/status.ts'
import { Icon } from '../ui/icon.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { createPaying } from './paying-state.ts'

const said = words.paying

export function PaymentMethodsPage(): JSX.Element {
  const [search] = useSearchParams<{ from?: string }>()
  return (
    <WithSpace>
      {(space) => (
        <main class="page" id="main" tabindex="-1">
          <BackLink href="/me" label={words.app.places.me} />
          <h1>{said.methods}</h1>
          <Show when={search.from === 'join'}>
            <div class="notice row" data-spread data-tone="held">
              <p>{words.people.methodAsked}</p>
              <a class="button" href="/book">
                {words.people.bookNow}
              </a>
            </div>
            <details>
              <summary>{words.promos.have}</summary>
              <CodeForm siteId={space().catalogue.site.id} />
            </details>
          </Show>
          <Kept space={space()} />
        </main>
      )}
    </WithSpace>
  )
}

/** As whom somebody pays: a manager for the team; who is in one and does not manage it, not at all. */
function payerOf({ member }: Space): string | null {
  if (member.teamId === null) return member.id
  return member.role === 'team-manager' ? member.teamId : null
}

function Kept(props: { readonly space: Space }): JSX.Element {
  const paying = createPaying()
  const payer = () => payerOf(props.space)
  const known = (): PayMethods | null => {
    const id = payer()
    return id === null ? null : (paying.methodsOf(id) ?? { payerId: id, methods: [], backup: null })
  }
  return (
    <Show when={paying.isKnown()}>
      <Show when={paying.ribbon()}>
        {(text) => (
          <p class="state" data-tone="held">
            {text()}
          </p>
        )}
      </Show>
      <Show
        when={paying.isOffered()}
        fallback={<p class="soft">{said.notOffered(props.space.catalogue.site.name)}</p>}
      >
        <Show when={known()} fallback={<p>{said.teamPays}</p>}>
          {(methods) => <Methods known={methods()} space={props.space} />}
        </Show>
      </Show>
    </Show>
  )
}

function Methods(props: { readonly known: PayMethods; readonly space: Space }): JSX.Element {
  const status = createStatus()
  const act = createAct()
  const [search] = useSearchParams<{ from?: string }>()
  const isOffline = () => status()?.state === 'offline'
  const isStill = () => act.isBusy() || isOffline()
  onMount(() => {
    // The message of what was entered may be on its way still.
    if (search.from === 'page' && !isOffline()) void look()
  })
  const look = () => act.run(() => askSpace('POST', '/api/pay/methods/look'))
  const isFull = () => props.known.methods.length >= limits.payMethodsMax
  const add = () => goToPage(act, '/api/pay/methods')
  async function remove({ id }: SavedMethod): Promise<void> {
    const body = await act.run(() => askSpace('DELETE', `/api/pay/methods/${id}`))
    if (body !== null) showToast(said.removed)
  }
  const change = (path: string, body: object = {}) =>
    void act.run(() => askSpace('POST', `/api/pay/methods/${path}`, body))
  return (
    <>
      <p class="soft">{said.methodsSentence}</p>
      <Show
        when={props.known.methods.length > 0}
        fallback={
          <p class="empty">
            <Icon name="card" />
            {said.none}
          </p>
        }
      >
        <ul class="waiting pay-methods">
          <For each={props.known.methods}>
            {(method, index) => (
              <Method
                method={method}
                isFirst={index() === 0 && mayBeFirst(method)}
                isBackup={props.known.backup?.methodId === method.id}
                isStill={isStill()}
                onFirst={() => change(`${method.id}/first`)}
                onBackup={(isAgreed) => change(`${method.id}/backup`, { isAgreed })}
                onRemove={() => void remove(method)}
              />
            )}
          </For>
        </ul>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={isStill() || isFull()}
          onClick={() => void add()}
        >
          {said.add}
        </button>
      </div>
      <p class="soft">{isFull() ? said.noRoom(limits.payMethodsMax) : said.addedSentence}</p>
      <WhenDeclined space={props.space} />
      <p role="status" class="soft">
        {isOffline() ? `${said.changesNeedConnection} ` : ''}
        <Age space={props.space} />
      </p>
    </>
  )
}

/** What the space does then, by its own settings. */
function WhenDeclined(props: { readonly space: Space }): JSX.Element {
  const dunning = () => props.space.catalogue.site.billing.dunning
  const told = words.paying.whenDeclined
  return (
    <details>
      <summary>{told.title}</summary>
      <ul class="stack" data-gap="small">
        <li>{told.told}</li>
        <Show when={dunning().retryDays.length > 0}>
          <li>{told.again(dunning().retryDays)}</li>
        </Show>
        <For each={blockSteps(dunning())}>{(step) => <li>{told.kept(step)}</li>}</For>
        <li>{told.ends}</li>
      </ul>
    </details>
  )
}

function Age(props: { readonly space: Space }): JSX.Element {
  const asOf = createOwnAsOf(props.space.member.id)
  const age = () => {
    const at = asOf() ?? 0
    if (at === 0) return null
    const { date, minute } = toWallTime(props.space.catalogue.zone, toInstant(at))
    return `${words.amounts.dateWithin(date, props.space.today)}, ${formatMinute(minute)}`
  }
  return <Show when={age()}>{(when) => words.billing.asOf(when())}</Show>
}

function Method(props: {
  readonly method: SavedMethod
  readonly isFirst: boolean
  readonly isBackup: boolean
  readonly isStill: boolean
  readonly onFirst: () => void
  readonly onBackup: (isAgreed: boolean) => void
  readonly onRemove: () => void
}): JSX.Element {
  const name = () => said.methodName(props.method)
  const mayBeOther = () => !props.isFirst && mayBeFirst(props.method)
  return (
    <li>
      <span class="stack" data-gap="small">
        <strong>{name()}</strong>
        <span class="soft">
          <Show when={props.method.expires}>{(on) => said.expires(on().month, on().year)}</Show>
          <Show when={!mayBeFirst(props.method)}> {said.notFirst}</Show>
        </span>
        <Show when={mayBeOther()}>
          <label class="choice">
            <input
              type="checkbox"
              checked={props.isBackup}
              disabled={props.isStill}
              onChange={(event) => props.onBackup(event.currentTarget.checked)}
            />
            {said.backupConsent(name())}
          </label>
        </Show>
      </span>
      <span class="row">
        <Show when={props.isFirst}>
          <span class="state" data-tone="available">
            {said.first}
          </span>
        </Show>
        <Show when={mayBeOther()}>
          <button
            type="button"
            class="button"
            aria-label={said.makeFirstOf(name())}
            disabled={props.isStill}
            onClick={() => props.onFirst()}
          >
            {said.makeFirst}
          </button>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={said.removeOf(name())}
          disabled={props.isStill}
          onClick={() => props.onRemove()}
        >
          {said.remove}
        </button>
      </span>
    </li>
  )
}
