/**
 * Two sides measured in turn on the same machine in the same minutes. The ratio is taken round by round, and the median of those ratios
 * counts: whatever else the machine does then falls on both sides alike.
 */
import { must } from '../../domain/values/assert.ts'
import type { Measured } from './bench.ts'

type Side = () => Promise<number>
type Compared = Pick<Measured, 'ours' | 'other' | 'ratio' | 'spread' | 'rounds'>

/** Each side gives one figure a round. A first round of both warms up and is thrown away. */
export async function compare(rounds: number, ours: Side, other: Side): Promise<Compared> {
  const pairs: { readonly ours: number; readonly other: number }[] = []
  await ours()
  await other()
  for (let round = 0; round < rounds; round += 1) pairs.push(await measurePair(round, ours, other))
  const ratios = pairs.map((pair) => pair.ours / pair.other)
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    other: median(pairs.map((pair) => pair.other)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    rounds,
  }
}

/** Who goes first alternates. */
async function measurePair(round: number, ours: Side, other: Side) {
  if (round % 2 === 0) {
    const first = await ours()
    return { ours: first, other: await other() }
  }
  const first = await other()
  return { ours: await ours(), other: first }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return must(sorted[at], 'something was measured')
}

/** How many a second, from the time the work took. */
export async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return count / ((performance.now() - from) / 1000)
}
