/** What stands around every page: the five places, the state of the connection, and the ribbon of the sample. */
import { A, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { readIdentity } from '../store/database.ts'
import { createBookings, createSiteCatalogue, createStatus } from '../store/portal-rows.ts'
import { Sheet } from '../ui/sheet.tsx'
import { Toast } from '../ui/toast.tsx'
import { isUpdateReady, takeUpdate } from './service-worker-bridge.ts'

const places = [
  { href: '/', label: 'Today', path: 'M4 6h14v12H4zM4 10h14M8 3v4M14 3v4' },
  { href: '/book', label: 'Book', path: 'M11 5v12M5 11h12' },
  { href: '/bookings', label: 'Bookings', path: 'M5 6h12M5 11h12M5 16h8' },
  {
    href: '/me',
    label: 'Me',
    path: 'M11 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM4 19c1-4 4-5.500 7-5.500s6 1.500 7 5.500',
  },
] as const

export function Shell(props: RouteSectionProps): JSX.Element {
  const location = useLocation()
  const isInside = () => readIdentity() !== null && location.pathname !== '/sign-in'
  return (
    <Show when={isInside()} fallback={props.children}>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <div class="shell">
        <p class="sample">Sample data</p>
        <Top />
        {props.children}
      </div>
      <nav class="bar" aria-label="Main">
        <For each={places}>
          {(place) => (
            <A href={place.href} end={place.href === '/'}>
              <svg viewBox="0 0 22 22" aria-hidden="true">
                <path d={place.path} />
              </svg>
              {place.label}
            </A>
          )}
        </For>
      </nav>
      <Toast />
    </Show>
  )
}

function Top(): JSX.Element {
  const site = createSiteCatalogue()
  return (
    <header class="top">
      <strong>{site()?.catalogue.site.name ?? ''}</strong>
      <StatusPill />
    </header>
  )
}

function StatusPill(): JSX.Element {
  const status = createStatus()
  const bookings = createBookings()
  const site = createSiteCatalogue()
  const [isOpen, setIsOpen] = createSignal(false)
  const waiting = () =>
    (bookings() ?? []).filter((row) => row.state === 'saved' || row.state === 'received').length
  const isOffline = () => status()?.state === 'offline'
  const heardText = () => {
    const heardAt = status()?.heardAt
    const zone = site()?.catalogue.zone
    if (heardAt === null || heardAt === undefined || zone === undefined) return null
    return formatMinute(toWallTime(zone, toInstant(heardAt)).minute)
  }
  return (
    <div class="row" role="status">
      <Show when={status()?.storage === 'full'}>
        <span class="state" data-tone="problem">
          This device is out of space
        </span>
      </Show>
      <Show when={status()?.storage === 'unavailable'}>
        <span class="state" data-tone="problem">
          This device cannot keep data
        </span>
      </Show>
      <Show when={isUpdateReady()}>
        <button type="button" class="pill" onClick={takeUpdate}>
          A new version is ready. Reload
        </button>
      </Show>
      <Show when={isOffline()}>
        <button type="button" class="pill" data-tone="held" onClick={() => setIsOpen(true)}>
          Offline
        </button>
      </Show>
      <Show when={!isOffline() && waiting() > 0}>
        <span class="pill">Sending…</span>
      </Show>
      <Show when={isOpen()}>
        <Sheet title="You're offline" onClose={() => setIsOpen(false)}>
          <div class="stack">
            <h2>You're offline</h2>
            <p>
              You can look at availability{heardText() === null ? '' : ` as of ${heardText()}`},
              book (we confirm when you're back) and see your bookings.
            </p>
            <Show when={waiting() > 0}>
              <p>{waiting()} waiting on this device.</p>
            </Show>
            <button type="button" class="button" onClick={() => setIsOpen(false)}>
              Close
            </button>
          </div>
        </Sheet>
      </Show>
    </div>
  )
}
