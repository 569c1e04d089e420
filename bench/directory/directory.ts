/** Looking for somebody among two thousand people on the device, letter by letter (C-07), beside reading everybody each time. */
import { makePeopleIndex } from '../../client/community/find-people.ts'
import { must } from '../../domain/values/assert.ts'
import type { Bench } from '../harness/bench.ts'
import { compare, quantile } from '../harness/rounds.ts'
import { PEOPLE, people, typed } from './people.ts'
import { scan } from './scan.ts'

const ROUNDS = 9
const TIMES = 5
/** What a member waits for without noticing. */
const LIMIT_MS = 50

async function p95(find: (typed: string) => readonly unknown[]): Promise<number> {
  const times = Array.from({ length: TIMES }, () => typed)
    .flat()
    .map((text) => {
      const from = performance.now()
      must(find(text)[0], 'each of them means somebody')
      return performance.now() - from
    })
  return quantile(times, 0.95)
}

export const directory: Bench = async ({ rounds }) => {
  const from = performance.now()
  const index = makePeopleIndex(people)
  const madeMs = performance.now() - from
  const scanned = await compare(
    rounds ?? ROUNDS,
    () => p95((text) => index.find(text, null)),
    () => p95((text) => scan(people, text)),
  )
  return {
    measured: [
      {
        title: `among ${PEOPLE.toLocaleString('en')} people`,
        otherIs: 'reading every word of everybody, by the same rules',
        ...{ ...scanned, unit: 'ms, p95', target: { kind: 'at-most', ratio: 0.25 } as const },
      },
    ],
    notes: [
      `The limit of C-07 is ${LIMIT_MS} ms. The index is made once, in ${Math.round(madeMs)} ms.`,
    ],
    curves: [],
  }
}
