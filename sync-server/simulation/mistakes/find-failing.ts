/** The first world that fails with a mistake composed in, and by which oracle. */
import { drawScript, type Script, simulate } from '../simulate.ts'
import type { Mistake } from './mistake.ts'

/** Worlds that are looked at, beside the one in which it was seen last. */
export const SEEDS_MAX = 40

export interface Failing {
  readonly script: Script
  readonly oracle: string
}

export async function findFailing(mistake: Mistake): Promise<Failing | null> {
  const seeds = Array.from({ length: SEEDS_MAX }, (_, index) => index + 1)
  for (const seed of [mistake.seenAt, ...seeds]) {
    const script = drawScript(seed)
    const [violation] = (await simulate(script, mistake)).violations
    if (violation !== undefined) return { script, oracle: violation.oracle }
  }
  return null
}
