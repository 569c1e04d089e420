/** The test of the tests: with a known mistake composed in, some world must fail, and by the oracle that is there for it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { mistakes } from './mistakes/all.ts'
import { findFailing, SEEDS_MAX } from './mistakes/find-failing.ts'
import { simulate } from './simulate.ts'

beforeEach(() => {
  // Yjs prints a line for each client id that is used twice, which one of the mistakes does without end.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

for (const mistake of mistakes) {
  test(`[SIM-04] ${mistake.title}: found within ${SEEDS_MAX} seeds`, async () => {
    const failing = must(await findFailing(mistake), 'some world fails')
    expect(mistake.foundBy).toContain(failing.oracle)
    if (mistake.takesServers !== 'several') return
    const alone = await simulate({ ...failing.script, servers: 1 }, mistake)
    expect(alone.violations).toEqual([])
  })
}
