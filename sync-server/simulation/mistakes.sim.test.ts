/** The test of the tests: with a known mistake composed in, some world must fail, and by the oracle that is there for it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mistakes } from './mistakes/all.ts'
import type { Mistake } from './mistakes/mistake.ts'
import { drawScript, simulate } from './simulate.ts'

const SEEDS_MAX = 40

beforeEach(() => {
  // Yjs prints a line for each client id that is used twice, which one of the mistakes does without end.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

for (const mistake of mistakes) {
  test(`[SIM-04] ${mistake.title}: found within ${SEEDS_MAX} seeds`, async () => {
    expect(mistake.foundBy).toContain(await findOracle(mistake))
  })
}

async function findOracle(mistake: Mistake): Promise<string | null> {
  for (let seed = 1; seed <= SEEDS_MAX; seed += 1) {
    const { violations } = await simulate(drawScript(seed), mistake)
    if (violations[0] !== undefined) return violations[0].oracle
  }
  return null
}
