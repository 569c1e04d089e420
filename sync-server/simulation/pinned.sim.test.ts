import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { broadcastBeforePersist } from './mistakes/broadcast-before-persist.ts'
import { findFailing } from './mistakes/find-failing.ts'
import { pinned } from './pinned.ts'
import { shrink } from './shrink.ts'
import { simulate } from './simulate.ts'

for (const { found, script } of pinned) {
  test(`[SIM-05] what once went wrong does not: ${found}`, async () => {
    expect((await simulate(script)).violations).toEqual([])
  })
}

test('[SIM-06] a failing script is shortened to one that fails the same way', async () => {
  const failing = await findFailing(broadcastBeforePersist)
  const { script, oracle } = must(failing, 'the test of the tests finds it')
  const short = await shrink(script, broadcastBeforePersist, 30)
  const [after] = (await simulate(short, broadcastBeforePersist)).violations
  expect(after?.oracle).toBe(oracle)
  expect(short.steps.length).toBeLessThan(script.steps.length / 2)
})
