/** For tests: "now" is the day the project is pinned to, and goes on from there; the process is in the zone the project says. */
import fc from 'fast-check'
import { afterAll, beforeAll, vi } from 'vitest'

const now = process.env['TEST_NOW'] ?? ''
const zone = process.env['TZ'] ?? 'UTC'

/** By the process's own zone, or by the one that is named: zones have several names, so times are compared. */
function onTheWall(named: object): string {
  const style = { dateStyle: 'full', timeStyle: 'medium' } as const
  return new Intl.DateTimeFormat('en', { ...style, ...named }).format(Date.parse(now))
}

if (onTheWall({}) !== onTheWall({ timeZone: zone })) {
  throw new Error(`This run is pinned to ${zone}, and the process is elsewhere.`)
}
// What depends on the clock or the zone shows at once; what depends on chance is the matter of the run that is not pinned.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 10 })

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now), shouldAdvanceTime: true })
})
afterAll(() => {
  vi.useRealTimers()
})
