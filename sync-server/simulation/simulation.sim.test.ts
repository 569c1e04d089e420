import { expect, test } from 'vitest'
import { drawScript, simulate } from './simulate.ts'

const SEEDS = 300
const FAULTS_MIN = 6_000
/** Worlds a test: small enough for progress to be seen, and for one that hangs to be told from one that is slow. */
const SEEDS_A_TEST = 25
const totals = { faults: 0, wishes: 0, several: 0, newsLost: 0 }

for (let from = 1; from <= SEEDS; from += SEEDS_A_TEST) {
  const last = from + SEEDS_A_TEST - 1
  test(`[SIM-01] every invariant holds in the worlds of the seeds ${from} to ${last}`, async () => {
    for (let seed = from; seed <= last; seed += 1) {
      const script = drawScript(seed)
      const { violations, faults, wishes, newsLost } = await simulate(script)
      expect({ seed, violations }).toEqual({ seed, violations: [] })
      totals.faults += faults
      totals.wishes += wishes
      totals.newsLost += newsLost
      if ((script.servers ?? 1) > 1) totals.several += 1
    }
  })
}

test(`[SIM-02] those worlds together see at least ${FAULTS_MIN} faults and a wish for every other`, () => {
  expect(totals.faults).toBeGreaterThanOrEqual(FAULTS_MIN)
  expect(totals.wishes).toBeGreaterThanOrEqual(FAULTS_MIN / 2)
})

test('[SIM-07] in every fifth of them several servers stand over one database, and often do not hear of each other', () => {
  expect(totals.several).toBe(SEEDS / 5)
  expect(totals.newsLost).toBeGreaterThan(10 * totals.several)
})

test('[SIM-03] the same seed gives the same world, byte for byte', async () => {
  const fingerprints: string[] = []
  // Of one server, and of three.
  for (const seed of [42, 49]) {
    const first = await simulate(drawScript(seed))
    expect(await simulate(drawScript(seed))).toEqual(first)
    fingerprints.push(first.fingerprint)
  }
  expect(new Set(fingerprints).size).toBe(2)
})
