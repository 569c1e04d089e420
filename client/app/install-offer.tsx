/**
 * Offers to install the app after the first confirmed booking: by the browser's own prompt where there is one, in steps on iOS. Turned
 * down, it keeps quiet for sixty days.
 */
import { useLocation } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
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

export function InstallOffer(): JSX.Element {
  const location = useLocation()
  /** Own wishes that became bookings, as this device remembers them. */
  const confirmed = createLiveQuery(() =>
    database()
      .intents.where('state')
      .equals('settled')
      .filter((row) => row.settled?.outcome.kind === 'confirmed')
      .count(),
  )
  const [isShowingSteps, setIsShowingSteps] = createSignal(false)
  /** Not over the plan, which needs the whole screen. */
  const isInTheWay = () => location.pathname === '/plan'
  const isOffered = () =>
    !isInTheWay() &&
    (confirmed() ?? 0) > 0 &&
    !isQuiet() &&
    !isInstalled() &&
    (installPrompt() !== null || isIos())
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
