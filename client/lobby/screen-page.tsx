/** `/lobby`: a big screen that nobody touches. It stays awake, comes back by itself, and takes a new version without being asked. */
import './lobby.css'
import {
  type Component,
  createEffect,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  Show,
} from 'solid-js'
import { isUpdateReady, lookForUpdate, takeUpdate } from '../app/service-worker-bridge.ts'
import { words } from '../ui/words.ts'
import { forgetKept } from './kept.ts'
import { PairForm } from './pair-form.tsx'
import { readScreen, type ScreenIdentity, writeScreen } from './screen-key.ts'
import { createScreenModel } from './screen-model.ts'
import { type DrawingProps, ScreenView } from './screen-view.tsx'

interface ScreenParts {
  readonly drawing: Component<DrawingProps>
}

export function ScreenPage(props: ScreenParts): JSX.Element {
  const [identity, setIdentity] = createSignal(readScreen())

  function pair(key: string): void {
    const paired = { key, shown: null }
    writeScreen(paired)
    setIdentity(paired)
  }

  /** The team has removed it: what it showed is theirs. */
  function end(): void {
    writeScreen(null)
    setIdentity(null)
    void forgetKept()
  }

  return (
    <Show when={identity()} keyed fallback={<PairForm onPaired={pair} />}>
      {(known) => <Screen drawing={props.drawing} identity={known} onEnded={end} />}
    </Show>
  )
}

function Screen(
  props: ScreenParts & {
    readonly identity: ScreenIdentity
    readonly onEnded: () => void
  },
): JSX.Element {
  const model = createScreenModel(props.identity, {
    onEnded: () => props.onEnded(),
    onVersion: (version) => {
      if (version !== __APP_VERSION__) lookForUpdate()
    },
  })
  stayAwake()
  // Nobody is in the middle of anything here.
  createEffect(() => isUpdateReady() && takeUpdate())
  const ready = () => {
    const [shown, catalogue, today] = [model.shown(), model.catalogue(), model.today()]
    return shown === null || catalogue === null || today === null
      ? null
      : { shown, catalogue, today }
  }
  return (
    <Show when={ready()} fallback={<Arriving />}>
      {(known) => (
        <ScreenView
          drawing={props.drawing}
          screenKey={props.identity.key}
          model={model}
          shown={known().shown}
          catalogue={known().catalogue}
          today={known().today}
        />
      )}
    </Show>
  )
}

function Arriving(): JSX.Element {
  return (
    <main class="lobby">
      <p role="status">{words.lobby.arriving}</p>
    </main>
  )
}

/** Asks the browser not to dim; it lets go of that whenever the page was hidden. */
function stayAwake(): void {
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').catch(() => undefined) // a weak battery: it dims as others do
  }
  onMount(() => {
    ask()
    document.addEventListener('visibilitychange', ask)
  })
  onCleanup(() => document.removeEventListener('visibilitychange', ask))
}
