/**
 * Reminders without a network: while the app is open and does not reach the space, this device gives those that are due of what it holds, where
 * its browser lets it. With a network the space does it; a device that hears of one both ways shows it once, because both have the same tag.
 */
import { localReminders } from '../../domain/news/local-reminders.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { database } from '../store/database.ts'
import { words } from '../ui/words.ts'
import { deviceNow } from './clock.ts'

const LOOK_EVERY_MS = MINUTE_MS / 2
const LOOKED_AT = 'portal.reminders-looked-at'

export function remindHere(): void {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) return
  const again = () => void look().catch(() => undefined) // a storage that is gone says so elsewhere
  again()
  setInterval(again, LOOK_EVERY_MS)
}

async function look(): Promise<void> {
  if (Notification.permission !== 'granted') return
  const now = deviceNow()
  const lookedAt = readLookedAt() ?? now
  const status = await database().status.get('sync')
  const registration = await navigator.serviceWorker.getRegistration()
  if (status?.state !== 'online' && registration !== undefined) {
    await remind(registration, lookedAt, now)
  }
  localStorage.setItem(LOOKED_AT, String(now))
}

/** Another tab may have looked just before. */
function readLookedAt(): Instant | null {
  const kept = Number(localStorage.getItem(LOOKED_AT) ?? Number.NaN)
  return Number.isSafeInteger(kept) ? toInstant(kept) : null
}

async function remind(
  registration: ServiceWorkerRegistration,
  lookedAt: Instant,
  now: Instant,
): Promise<void> {
  const me = await database().me.get('me')
  const facts = await database().facts.get('me')
  if (me === undefined || facts === undefined) return
  const stored = await database().catalogues.toArray()
  const catalogues = new Map(stored.map(({ siteId, catalogue }) => [siteId, catalogue]))
  const catalogueOf = (siteId: (typeof stored)[number]['siteId']) => catalogues.get(siteId) ?? null
  const due = localReminders(facts.bookings, catalogueOf, me.member.news, { lookedAt, now })
  for (const { key, booking } of due) {
    const catalogue = catalogues.get(booking.siteId)
    const place = catalogue === undefined ? null : placeName(catalogue, booking.resourceId)
    const minutes = Math.max(1, Math.round((booking.interval.startsAt - now) / MINUTE_MS))
    await registration.showNotification(words.notifications.soon(place ?? '', minutes), {
      ...{ tag: key, data: `/bookings#${booking.id}` },
      icon: '/icon-192.png',
    })
  }
}
