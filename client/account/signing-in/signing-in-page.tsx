/** Me, Signing in: passkeys, and for staff the authenticator app. Staff who have neither are led here when they sign in. */

import { useSearchParams } from '@solidjs/router'
import { createResource, createSignal, type JSX, onMount, Show } from 'solid-js'
import { BackLink } from '../../ui/back-link.tsx'
import '../account.css'
import './signing-in.css'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import { createAct } from '../../app/act.ts'
import { askSpace, readJson } from '../../app/ask-space.ts'
import { takeWantedPage } from '../../app/wanted-page.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { type AppSecret, AppSetUp, RecoveryCodes } from './app-set-up.tsx'
import { dayOf } from './day-of.ts'
import { OwnDetails } from './own-details.tsx'
import { OwnPasskeys, type ToldPasskey } from './own-passkeys.tsx'

const said = words.signingIn

interface ToldProofs {
  readonly passkeys: readonly ToldPasskey[]
  readonly appSince: number | null
  readonly mayHaveApp: boolean
  readonly requiredOn: LocalDate | null
}

export function SigningInPage(): JSX.Element {
  return <WithSpace>{(space) => <SigningIn space={space()} />}</WithSpace>
}

function SigningIn(props: { readonly space: Space }): JSX.Element {
  const [told, { refetch }] = createResource(() => readJson<ToldProofs>('/api/proofs'))
  const reload = async () => {
    await refetch()
  }
  const hasSome = () => {
    const now = told.latest
    return now != null && (now.passkeys.length > 0 || now.appSince !== null)
  }
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/me" label={words.app.places.me} />
      <h1>{said.title}</h1>
      <Ask space={props.space} hasSome={hasSome()} requiredOn={told.latest?.requiredOn ?? null} />
      <p>{said.sentence}</p>
      <Show when={told.latest !== null} fallback={<p>{words.account.thisNeedsConnection}</p>}>
        <Show when={told.latest}>
          {(found) => (
            <>
              <OwnPasskeys space={props.space} passkeys={found().passkeys} onChange={reload} />
              <Show when={found().mayHaveApp}>
                <App space={props.space} since={found().appSince} onChange={reload} />
              </Show>
            </>
          )}
        </Show>
      </Show>
      <OwnDetails space={props.space} />
    </main>
  )
}

/** Led here from the door: why, until when, and the way on. */
function Ask(props: {
  readonly space: Space
  readonly hasSome: boolean
  readonly requiredOn: LocalDate | null
}): JSX.Element {
  const [search] = useSearchParams<{ ask?: string }>()
  const [next, setNext] = createSignal('/')
  onMount(() => search.ask !== undefined && setNext(takeWantedPage()))
  const date = () => {
    const on = props.requiredOn ?? search.ask
    return isLocalDate(on) ? words.amounts.dateWithin(on, props.space.today) : null
  }
  return (
    <Show when={search.ask !== undefined}>
      <section class="notice stack" data-tone="held" aria-labelledby="ask-proof">
        <h2 id="ask-proof">{said.askTitle}</h2>
        <p>{said.askSentence}</p>
        <Show when={date()}>{(on) => <p>{said.askBy(on())}</p>}</Show>
        <div>
          <a class="button" href={next()} data-kind={props.hasSome ? 'primary' : 'quiet'}>
            {props.hasSome ? said.goOn : said.notNow}
          </a>
        </div>
      </section>
    </Show>
  )
}

function App(props: {
  readonly space: Space
  readonly since: number | null
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [app, setApp] = createSignal<AppSecret | null>(null)
  const [codes, setCodes] = createSignal<readonly string[] | null>(null)
  const act = createAct()
  async function begin(): Promise<void> {
    const body = await act.run(() => askSpace('POST', '/api/proofs/app/secret'))
    if (body !== null) setApp(body as AppSecret) // our own server
  }
  async function confirm(code: string): Promise<void> {
    const secret = app()?.secret
    const body = await act.run(() => askSpace('POST', '/api/proofs/app', { secret, code }))
    if (body === null) return
    setCodes((body as { recovery: readonly string[] }).recovery) // our own server
    setApp(null)
    await props.onChange()
  }
  async function remove(): Promise<void> {
    const body = await act.run(() => askSpace('DELETE', '/api/proofs/app'))
    if (body !== null) await props.onChange()
  }
  return (
    <section class="stack" aria-labelledby="own-app">
      <h2 id="own-app">{said.app}</h2>
      <p class="soft">{said.appSentence}</p>
      <Show when={props.since}>
        {(since) => <p>{said.appSince(dayOf(props.space, since()))}</p>}
      </Show>
      <Show when={codes()}>
        {(found) => <RecoveryCodes codes={found()} onKept={() => setCodes(null)} />}
      </Show>
      <Show when={app()}>
        {(found) => (
          <AppSetUp app={found()} isBusy={act.isBusy()} onCode={(code) => void confirm(code)} />
        )}
      </Show>
      <Show when={app() === null && codes() === null}>
        <div class="row">
          <button type="button" class="button" disabled={act.isBusy()} onClick={() => void begin()}>
            {props.since === null ? said.setUpApp : said.replaceApp}
          </button>
          <Show when={props.since !== null}>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              disabled={act.isBusy()}
              onClick={() => void remove()}
            >
              {said.removeApp}
            </button>
          </Show>
        </div>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </section>
  )
}
