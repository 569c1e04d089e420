/**
 * Offers to install the app after the first confirmed booking: by the browser's own prompt where there is one, in steps on iOS. Turned
 * down, it keeps quiet for sixty days.
 */
import { useLocation } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import type { Outcome } from '../../domain/bookings/wishes/outcome.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { database } from '../store/database.ts'
import { createLiveQuery } from '../store/live-query.ts'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { forgetInstallPrompt, installPrompt } from './install-prompt.ts'

const QUIET_KEY = 'portal.install-quiet-until'
const QUIET_MS = 60 * DAY_MS

const [isQuiet, setIsQuiet] = createSignal(
  Number(localStorage.getItem(QUIET_KEY) ?? 0) > Date.now(),
)

addEventListener('appinstalled', () => beQuiet())

function beQuiet(): void {
  localStorage.setItem(QUIET_KEY, String(Date.now() + QUIET_MS))
  setIsQuiet(true)
  forgetInstallPrompt()
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches
}

function isIos(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent)
}

/** What is confirmed otherwise is a word about a booking, an event, or news. */
function isBooked(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'confirmed' && outcome.bookingId !== null
}

export function InstallOffer(): JSX.Element {
  const location = useLocation()
  /** Own wishes that became bookings, as this device remembers them. */
  const confirmed = createLiveQuery(() =>
    database()
      .intents.where('state')
      .equals('settled')
      .filter(({ settled }) => isBooked(settled?.outcome))
      .count(),
  )
  const [isShowingSteps, setIsShowingSteps] = createSignal(false)
  /** Not over the plan, which needs the whole screen. */
  const isInTheWay = () => location.pathname === '/plan'
  const isPossible = () =>
    (confirmed() ?? 0) > 0 && !isQuiet() && !isInstalled() && (installPrompt() !== null || isIos())
  // It comes with a page or with the first booking, and never by itself over what somebody is about to tap.
  const [isDue, setIsDue] = createSignal(false)
  createEffect(
    on(
      () => location.pathname,
      () => setIsDue(isPossible()),
    ),
  )
  createEffect(
    on(confirmed, (count, before) => {
      if (before === 0 && count !== 0) setIsDue(true)
    }),
  )
  const isOffered = () => isDue() && isPossible() && !isInTheWay()
  async function install(): Promise<void> {
    const shown = installPrompt()
    if (shown === null) return void setIsShowingSteps(true)
    await shown.prompt()
    beQuiet()
  }
  return (
    <Show when={isOffered()}>
      <aside class="install" aria-label={words.app.installTitle}>
        <Icon name="install" />
        <p>
          <strong>{words.app.installTitle}</strong>
          <br />
          <span class="soft">{words.app.installSentence}</span>
        </p>
        <button type="button" class="button" data-kind="quiet" onClick={beQuiet}>
          {words.app.installLater}
        </button>
        <button type="button" class="button" data-kind="primary" onClick={() => void install()}>
          {words.app.installButton}
        </button>
      </aside>
      <Show when={isShowingSteps()}>
        <Sheet title={words.app.installOnPhone} onClose={() => setIsShowingSteps(false)}>
          <ol class="stack steps">
            <For each={words.app.installSteps}>
              {(step, index) => (
                <li class="row" data-tight>
                  <Icon name={(['share', 'add', 'check'] as const)[index()] ?? 'check'} />
                  {step}
                </li>
              )}
            </For>
          </ol>
        </Sheet>
      </Show>
    </Show>
  )
}
