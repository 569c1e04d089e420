import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { deviceNow } from './clock.ts'

/** What is broken, asked or said is worth reading after weeks without a network; after a quarter it is history. */
const USEFUL_DAYS = 90

/** How long a wish about a request waits on this device for the space. */
export function usefulUntil(): Instant {
  return toInstant(deviceNow() + USEFUL_DAYS * DAY_MS)
}
