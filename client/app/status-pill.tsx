/**
 * One quiet place for the state of connection, storage and version: hidden while all is well. Its slot is reserved, so that nothing
 * moves when it speaks.
 */
import { createEffect, createSignal, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { createBookings } from '../store/bookings.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { createStatus } from '../store/status.ts'
import { Icon } from '../ui/icon.tsx'
import { createLate } from '../ui/late.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { isUpdateReady, takeUpdate } from './service-worker-bridge.ts'

const BACK_SHOWN_MS = 4_000
const SLOW_AFTER_MS = 3_000

export function StatusPill(): JSX.Element {
  const status = createStatus()
  const bookings = createBookings()
  const site = createSiteCatalogue()
  const [isOpen, setIsOpen] = createSignal(false)
  const count = (...states: readonly string[]) =>
    (bookings() ?? []).filter((row) => states.includes(row.state)).length
  const waiting = () => count('saved', 'received')
  const state = () => status()?.state ?? 'connecting'
  const backText = createBackText(state, () => count('confirmed'))
  const isSlow = createLate(() => state() === 'connecting', SLOW_AFTER_MS)
  const heardText = () => {
    const heardAt = status()?.heardAt ?? null
    const zone = site()?.catalogue.zone
    if (heardAt === null || zone === undefined) return null
    return formatMinute(toWallTime(zone, toInstant(heardAt)).minute)
  }
  return (
    <div class="row" role="status">
      <Show when={isUpdateReady()}>
        <button type="button" class="pill" onClick={takeUpdate}>
          <Icon name="update" />
          {words.app.newVersion} · {words.app.reload}
        </button>
      </Show>
      <Switch>
        <Match when={status()?.storage === 'full'}>
          <button type="button" class="pill" data-tone="problem" onClick={() => setIsOpen(true)}>
            <Icon name="problem" />
            {words.app.outOfSpace}
          </button>
        </Match>
        <Match when={status()?.storage === 'unavailable'}>
          <button type="button" class="pill" data-tone="problem" onClick={() => setIsOpen(true)}>
            <Icon name="problem" />
            {words.app.cannotKeep}
          </button>
        </Match>
        <Match when={state() === 'update-needed'}>
          <button type="button" class="pill" data-tone="problem" onClick={() => location.reload()}>
            <Icon name="update" />
            {words.app.reload}
          </button>
        </Match>
        <Match when={state() === 'offline'}>
          <button type="button" class="pill" data-tone="held" onClick={() => setIsOpen(true)}>
            <Icon name="offline" />
            {words.app.offline}
          </button>
        </Match>
        <Match when={backText()}>{(text) => <span class="pill">{text()}</span>}</Match>
        <Match when={isSlow()}>
          <span class="pill">{words.app.slow}</span>
        </Match>
        <Match when={waiting() > 0}>
          <span class="pill">{words.app.sending}</span>
        </Match>
      </Switch>
      <Show when={isOpen()}>
        <StateSheet
          storage={status()?.storage ?? 'ok'}
          heardText={heardText()}
          waiting={waiting()}
          onClose={() => setIsOpen(false)}
        />
      </Show>
    </div>
  )
}

function StateSheet(props: {
  readonly storage: 'ok' | 'full' | 'unavailable'
  readonly heardText: string | null
  readonly waiting: number
  readonly onClose: () => void
}): JSX.Element {
  const title = () =>
    props.storage === 'full'
      ? words.app.outOfSpace
      : props.storage === 'unavailable'
        ? words.app.cannotKeep
        : words.app.offlineTitle
  const sentence = () =>
    props.storage === 'full'
      ? words.app.outOfSpaceSentence
      : props.storage === 'unavailable'
        ? words.app.cannotKeepSentence
        : words.app.offlineSentence(props.heardText)
  return (
    <Sheet title={title()} onClose={props.onClose}>
      <div class="stack">
        <p>{sentence()}</p>
        <Show when={props.waiting > 0}>
          <p>{words.app.waitingHere(props.waiting)}</p>
        </Show>
        <button type="button" class="button" onClick={props.onClose}>
          {words.app.close}
        </button>
      </div>
    </Sheet>
  )
}

/** "Back online · 2 bookings confirmed", four seconds long, with what was confirmed meanwhile. */
function createBackText(state: () => string, confirmed: () => number): () => string | null {
  const [confirmedBefore, setConfirmedBefore] = createSignal<number | null>(null)
  const [isShown, setIsShown] = createSignal(false)
  createEffect(
    on(state, (now, before) => {
      if (now === 'offline') setConfirmedBefore(confirmed())
      if (now !== 'online' || before === undefined || confirmedBefore() === null) return
      setIsShown(true)
      const timer = setTimeout(() => {
        setIsShown(false)
        setConfirmedBefore(null)
      }, BACK_SHOWN_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return () => {
    if (!isShown()) return null
    const more = confirmed() - (confirmedBefore() ?? confirmed())
    return more > 0 ? words.app.backOnlineWith(more) : words.app.backOnline
  }
}
