/** This device's idea of now, as a signal that moves every half minute. Screens predict with it; the space decides with its own. */
import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { type Instant, toInstant } from '../../domain/values/instant.ts'

export function deviceNow(): Instant {
  return toInstant(Date.now())
}

export function createNow(): Accessor<Instant> {
  const [now, setNow] = createSignal(deviceNow())
  const timer = setInterval(() => setNow(deviceNow()), 30_000)
  onCleanup(() => clearInterval(timer))
  return now
}
