/** Makes a failing script short: leaves out halves, quarters and so on down to single steps, as long as the same oracle still fails. */
import type { Mistake } from './mistakes/mistake.ts'
import { type Script, simulate } from './simulate.ts'

/** Worlds tried at most: a minute or so. */
const TRIES_MAX = 200

export async function shrink(
  script: Script,
  mistake: Mistake | null = null,
  triesMax = TRIES_MAX,
): Promise<Script> {
  const oracle = await failingOracle(script, mistake)
  if (oracle === null) return script
  let shortest = script
  let tries = 0
  for (let size = Math.ceil(script.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < shortest.steps.length && tries < triesMax; ) {
      tries += 1
      const steps = shortest.steps.filter((_, index) => index < from || index >= from + size)
      const shorter = { ...shortest, steps }
      if ((await failingOracle(shorter, mistake)) === oracle) shortest = shorter
      else from += size
    }
  }
  return shortest
}

async function failingOracle(script: Script, mistake: Mistake | null): Promise<string | null> {
  const { violations } = await simulate(script, mistake)
  return violations[0]?.oracle ?? null
}
