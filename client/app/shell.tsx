/** What stands around every page: the places, the location, the state of the connection, and the ribbon of the sample. */
import { type RouteSectionProps, useLocation } from '@solidjs/router'
import { type JSX, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import { readIdentity } from '../store/identity.ts'
import { createLocked } from '../store/offline-lock.ts'
import { words } from '../ui/first-words.ts'
import { late, page } from './chunks.ts'
import { followPages } from './page-change.ts'
import { isStaffPath, Places } from './places.tsx'
import { fetchSamplePeople, isSampleSpace } from './sample.ts'
import { SiteChoice } from './site-choice.tsx'

const Toast = late(async () => (await import('../ui/toast.tsx')).Toast)
const Locked = page(async () => (await import('./locked.tsx')).Locked)
const StatusPill = late(async () => (await import('./status-pill.tsx')).StatusPill)
const UnsentPictures = late(async () => (await import('./unsent-pictures.tsx')).UnsentPictures)
const InstallOffer = late(async () => (await import('./install-offer.tsx')).InstallOffer)

/** Pages for people who are nobody here yet. */
const outside: readonly string[] = ['/sign-in', '/set-up', '/lobby', '/join/']

export function Shell(props: RouteSectionProps): JSX.Element {
  const location = useLocation()
  const isLocked = createLocked()
  const isInside = () =>
    readIdentity() !== null && !outside.some((one) => location.pathname.startsWith(one))
  onMount(() => void fetchSamplePeople())
  followPages()
  return (
    <Switch fallback={<Suspense>{props.children}</Suspense>}>
      <Match when={isInside() && isLocked()}>
        <Suspense>
          <Locked />
        </Suspense>
      </Match>
      <Match when={isInside()}>
        <a class="skip" href="#main">
          {words.app.skipToContent}
        </a>
        <div class="shell" data-work={isStaffPath(location.pathname) ? '' : undefined}>
          <Show when={isSampleSpace()}>
            <aside class="sample" aria-label={words.app.sampleRibbon}>
              {words.app.sampleRibbon}
            </aside>
          </Show>
          <header class="top">
            <SiteChoice />
            <Suspense>
              <StatusPill />
            </Suspense>
          </header>
          <Suspense>{props.children}</Suspense>
        </div>
        <Places />
        <Suspense>
          <InstallOffer />
          <UnsentPictures />
          <Toast />
        </Suspense>
      </Match>
    </Switch>
  )
}
