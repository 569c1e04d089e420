/** What a page change means beyond the picture: the window's title, the focus for those who read by ear, the top of the page. */
import { useLocation } from '@solidjs/router'
import { createEffect, on } from 'solid-js'
import { readIdentity } from '../store/identity.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { words } from '../ui/first-words.ts'

const { places } = words.app

const titles: Readonly<Record<string, string>> = {
  '/': places.today,
  '/book': places.book,
  '/plan': places.plan,
  '/bookings': places.bookings,
  '/community': places.community,
  '/me': places.me,
  '/operator': places.arrivals,
  '/operator/requests': places.requests,
  '/operator/messages': places.messages,
  '/operator/calendar': places.calendar,
  '/operator/events': places.events,
  '/operator/floor': places.floor,
  '/operator/members': places.members,
  '/operator/money': places.money,
  '/operator/closures': places.closures,
  '/operator/settings': places.settings,
  '/sign-in': places.signIn,
  '/set-up': places.setUp,
}

/** A page with parts has one title, and what lies below a page has that one's. */
function titleOf(path: string): string | undefined {
  const up = path.lastIndexOf('/')
  return titles[path] ?? (up > 0 ? titleOf(path.slice(0, up)) : undefined)
}

export function followPages(): void {
  const location = useLocation()
  const site = readIdentity() === null ? () => undefined : createSiteCatalogue()
  createEffect(() => {
    const parts = [titleOf(location.pathname), site()?.catalogue.site.name ?? words.app.portal]
    document.title = parts.filter((part) => part !== undefined).join(' · ')
  })
  createEffect(
    on(
      () => location.pathname,
      () => {
        scrollTo(0, 0)
        // The page may still be on its way; its main part is there one frame later, or was loaded before.
        requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
      },
      { defer: true },
    ),
  )
}
