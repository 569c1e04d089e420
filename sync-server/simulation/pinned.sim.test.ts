import { expect, test } from 'vitest'
import { broadcastBeforePersist } from './mistakes/broadcast-before-persist.ts'
import { pinned } from './pinned.ts'
import { shrink } from './shrink.ts'
import { drawScript, simulate } from './simulate.ts'

for (const { found, script } of pinned) {
  test(`[SIM-05] what once went wrong does not: ${found}`, async () => {
    expect((await simulate(script)).violations).toEqual([])
  })
}

test('[SIM-06] a failing script is shortened to one that fails the same way', async () => {
  const script = drawScript(2)
  const [before] = (await simulate(script, broadcastBeforePersist)).violations
  const short = await shrink(script, broadcastBeforePersist, 30)
  const [after] = (await simulate(short, broadcastBeforePersist)).violations
  expect(before).toBeDefined()
  expect(after?.oracle).toBe(before?.oracle)
  expect(short.steps.length).toBeLessThan(script.steps.length / 2)
})
