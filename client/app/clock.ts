/** The space's time as far as this device knows it, as a signal that moves every half minute. Screens predict with it; the space decides. */
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Instant } from '../../domain/values/instant.ts'
import { spaceNow } from '../store/contact.ts'

export function deviceNow(): Instant {
  return spaceNow()
}

export function createNow(): Accessor<Instant> {
  const [now, setNow] = createSignal(deviceNow())
  const timer = setInterval(() => setNow(deviceNow()), 30_000)
  onCleanup(() => clearInterval(timer))
  return now
}
