/**
 * A copy that has not heard from the space for thirty days is shown to nobody before they sign in again. Nothing is deleted, so that a
 * device clock gone wrong costs no data: the next contact, or a clock put right, opens it. What waits to be sent is kept.
 */
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { DAY_MS } from '../../domain/values/instant.ts'
import { type Contact, lastContact } from './contact.ts'

export const LOCKED_AFTER_MS = 30 * DAY_MS
const LOOKED_AT_EVERY_MS = 60_000

/** `now` and the contact are of the same clock, this device's own, so that one which is wrong by years does not matter. */
export function isLocked(contact: Contact | null, now: number): boolean {
  return contact !== null && now >= locksAt(contact)
}

/** When it locks if the space is not heard again, on this device's own clock. */
export function locksAt({ deviceAt }: Contact): number {
  return deviceAt + LOCKED_AFTER_MS
}

/** True while the app must ask for a sign-in instead of showing anything. */
export function createLocked(): Accessor<boolean> {
  const [now, setNow] = createSignal(Date.now())
  const look = () => setNow(Date.now())
  const timer = setInterval(look, LOOKED_AT_EVERY_MS)
  document.addEventListener('visibilitychange', look)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return () => isLocked(lastContact(), now())
}
