/** Where one can go: the member's six places, and the staff's own, as a bar on a phone and a rail on a desk. */
import { useLocation } from '@solidjs/router'
import { type Component, createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { isStaff, keepsBooks, type MemberRole } from '../../domain/access/role.ts'
import { createMember } from '../store/member.ts'
import { words } from '../ui/first-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { late } from './chunks.ts'

export interface Place {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly count?: Component
  /** For who keeps the books alone. */
  readonly isOfBooks?: true
  /** Behind "More" on a phone. */
  readonly isSeldom?: true
  /** Only where there is room for it: a phone finds it under Settings. */
  readonly isRailOnly?: true
}

const RequestsCount = lazy(async () => ({
  default: (await import('./requests-count.tsx')).RequestsCount,
}))

const MessagesCount = lazy(async () => ({
  default: (await import('./messages-count.tsx')).MessagesCount,
}))

const UnreadCount = late(async () => (await import('./unread-count.tsx')).UnreadCount)

const { places } = words.app

const memberPlaces: readonly Place[] = [
  { href: '/', label: places.today, icon: 'today' },
  { href: '/book', label: places.book, icon: 'book' },
  { href: '/plan', label: places.plan, icon: 'plan' },
  { href: '/bookings', label: places.bookings, icon: 'bookings' },
  { href: '/community', label: places.community, icon: 'people', count: UnreadCount },
  { href: '/me', label: places.me, icon: 'me' },
]

const staffPlaces: readonly Place[] = [
  { href: '/operator', label: places.arrivals, icon: 'arrivals' },
  { href: '/operator/requests', label: places.requests, icon: 'requests', count: RequestsCount },
  { href: '/operator/messages', label: places.messages, icon: 'message', count: MessagesCount },
  { href: '/operator/calendar', label: places.calendar, icon: 'bookings' },
  { href: '/operator/events', label: places.events, icon: 'news', isSeldom: true },
  { href: '/operator/floor', label: places.floor, icon: 'draw', isRailOnly: true },
  { href: '/operator/members', label: places.members, icon: 'members', isSeldom: true },
  { href: '/operator/money', label: places.money, icon: 'bill', isSeldom: true, isOfBooks: true },
  { href: '/operator/settings', label: places.settings, icon: 'filter', isSeldom: true },
  { href: '/plan', label: places.plan, icon: 'plan', isSeldom: true },
  { href: '/me', label: places.me, icon: 'me', isSeldom: true },
]

/** Five fit beside each other under a thumb; where one goes seldom stands behind the last. */
const barPlaces = staffPlaces.filter(
  ({ isRailOnly, isSeldom }) => isRailOnly !== true && isSeldom !== true,
)

const MoreSheet = lazy(async () => ({ default: (await import('./more-sheet.tsx')).MoreSheet }))

/** True on the staff's own pages, where a phone's bar shows the staff's places. */
export function isStaffPath(path: string): boolean {
  return path === '/operator' || path.startsWith('/operator/')
}

export function Places(): JSX.Element {
  const member = createMember()
  const location = useLocation()
  const role = () => member()?.role ?? 'member'
  const isAtWork = () =>
    isStaffPath(location.pathname) && (member() === undefined || isStaff(role()))
  return (
    <>
      <nav
        class="bar"
        aria-label={words.app.mainNavigation}
        data-hidden={isAtWork() ? 'phone' : undefined}
      >
        <For each={memberPlaces}>{(place) => <PlaceLink place={place} />}</For>
        <Show when={isStaff(role())}>
          <p class="rail-only soft">{words.app.spaceNavigation}</p>
          <For each={placesOf(role()).filter(({ href }) => isStaffPath(href))}>
            {(place) => <PlaceLink place={place} isRailOnly />}
          </For>
        </Show>
      </nav>
      <Show when={isAtWork()}>
        <nav class="bar phone-only" aria-label={words.app.spaceNavigation}>
          <For each={barPlaces}>{(place) => <PlaceLink place={place} />}</For>
          <More role={role()} />
        </nav>
      </Show>
    </>
  )
}

function placesOf(role: MemberRole): readonly Place[] {
  return staffPlaces.filter(({ isOfBooks }) => isOfBooks !== true || keepsBooks(role))
}

function More(props: { readonly role: MemberRole }): JSX.Element {
  const location = useLocation()
  const [isOpen, setIsOpen] = createSignal(false)
  const seldom = () => placesOf(props.role).filter(({ isSeldom }) => isSeldom === true)
  const isHere = () => seldom().some(({ href }) => isAt(location.pathname, href))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-current={isHere() ? 'page' : undefined}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="more" />
        {places.more}
      </button>
      <Suspense>
        <Show when={isOpen()}>
          <MoreSheet places={seldom()} onClose={() => setIsOpen(false)} />
        </Show>
      </Suspense>
    </>
  )
}

/** There, or on a page below it; the staff's first page has none below. */
function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/operator' && path.startsWith(`${href}/`))
}

function PlaceLink(props: { readonly place: Place; readonly isRailOnly?: boolean }): JSX.Element {
  const location = useLocation()
  return (
    <a
      href={props.place.href}
      aria-current={isAt(location.pathname, props.place.href) ? 'page' : undefined}
      classList={{ 'rail-only': props.isRailOnly === true }}
    >
      <Icon name={props.place.icon} />
      {props.place.label}
      <Suspense>
        <Dynamic component={props.place.count} />
      </Suspense>
    </a>
  )
}
