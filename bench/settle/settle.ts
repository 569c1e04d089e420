/**
 * How many whole settlements a second (rules, booking, claim, outcome, document rows), against a bare guarded insert on the same engine;
 * and how that changes when years of bookings lie in the tables. Wishes are received beforehand: receiving is the outbox's work.
 */
import type { Bench, Curve, Measured } from '../harness/bench.ts'
import {
  type Databases,
  type Engine,
  engineNames,
  makeDatabases,
  openPlace,
} from '../harness/databases.ts'
import { compare, perSecond } from '../harness/rounds.ts'
import { openBare } from './bare.ts'
import { writeHistory } from './history.ts'
import { openSpace, type Space } from './space.ts'

/** How many wishes wait whenever the settlement looks, and how many are settled in a round. */
interface Load {
  readonly engine: Engine
  readonly title: string
  readonly waiting: number
  readonly count: number
  readonly ratioMin: number
}

const loads: readonly Load[] = [
  { engine: 'sqlite', title: 'one by one', waiting: 1, count: 192, ratioMin: 0.35 },
  { engine: 'sqlite', title: 'batches of 64', waiting: 64, count: 768, ratioMin: 0.25 },
  { engine: 'postgres', title: '8 writers', waiting: 8, count: 256, ratioMin: 0.35 },
  { engine: 'postgres', title: '32 writers', waiting: 32, count: 512, ratioMin: 0.35 },
]
const ROUNDS = 7
const SLOWER_MAX = 1.3
const noon = Date.UTC(2026, 10, 24, 6, 0)

export const settle: Bench = async (options) => {
  const databases = await makeDatabases()
  const rounds = options.rounds ?? ROUNDS
  const here = loads.filter(
    (load) => databases.engines.includes(load.engine) && titleOf(load).includes(options.only),
  )
  const sizes = options.isLong ? [100_000, 1_000_000] : [100_000]
  try {
    const measured: Measured[] = []
    for (const load of here) measured.push(await againstBare(databases, load, rounds))
    const grown: Measured[] = []
    for (const size of sizes) grown.push(...(await growth(databases, here, size, rounds)))
    return {
      measured: [...measured, ...grown],
      notes: [],
      curves: curvesOf(here, sizes, grown),
    }
  } finally {
    await databases.remove()
  }
}

function titleOf({ engine, title }: Load): string {
  return `${engineNames[engine]}, ${title}`
}

async function againstBare(databases: Databases, load: Load, rounds: number): Promise<Measured> {
  const own = await openPlace(await databases.create(load.engine))
  const space = await openSpace(own)
  const place = await databases.create(load.engine)
  await (await openPlace(place)).close() // the schema
  const bare = await openBare(place, load.waiting)
  const compared = await compare(
    rounds,
    () => settleSome(space, load),
    () => perSecond(load.count * 4, () => bare.insert(load.count * 4)),
  )
  await bare.close()
  await own.close()
  return {
    ...compared,
    title: titleOf(load),
    otherIs: 'bare guarded insert',
    unit: 'per second',
    target: { kind: 'at-least', ratio: load.ratioMin },
  }
}

/** Settlements a second; the reception between them is not counted. */
async function settleSome(space: Space, { waiting, count }: Load): Promise<number> {
  await space.startOver()
  let seconds = 0
  for (let done = 0; done < count; done += waiting) {
    await space.receive(waiting)
    const from = performance.now()
    await space.settle(waiting)
    seconds += (performance.now() - from) / 1000
  }
  return count / seconds
}

async function growth(
  databases: Databases,
  here: readonly Load[],
  size: number,
  rounds: number,
): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const engine of databases.engines) {
    const own = here.filter((one) => one.engine === engine)
    if (own.length === 0) continue
    const empty = await openPlace(await databases.create(engine))
    const full = await openPlace(await databases.create(engine))
    const [spaceEmpty, spaceFull] = [await openSpace(empty), await openSpace(full)]
    await writeHistory(full, size, noon, tellOf(engine, size))
    for (const load of own) {
      const ms = (space: Space) => async () => 1000 / (await settleSome(space, load))
      measured.push({
        ...(await compare(rounds, ms(spaceFull), ms(spaceEmpty))),
        title: `${titleOf(load)}, ${size.toLocaleString('en')} bookings`,
        otherIs: 'the same on an empty space',
        unit: 'ms each',
        target: { kind: 'at-most', ratio: SLOWER_MAX },
      })
    }
    await full.close()
    await empty.close()
  }
  return measured
}

/** Minutes without a word look like a run that hangs; the table alone is the answer, so it goes to the other stream. */
function tellOf(engine: Engine, size: number): (written: number) => void {
  const from = performance.now()
  return (written) => {
    const seconds = Math.round((performance.now() - from) / 1000)
    const [so, all] = [written, size].map((count) => count.toLocaleString('en'))
    console.error(`${engineNames[engine]}: ${so} of ${all} bookings after ${seconds} s`)
  }
}

function curvesOf(
  here: readonly Load[],
  sizes: readonly number[],
  grown: readonly Measured[],
): readonly Curve[] {
  const lines = here.map((load) => {
    const name = titleOf(load)
    const own = grown.filter((one) => one.title.startsWith(`${name},`))
    const points = own.map((one, index) => [sizes[index] ?? 0, one.ours] as const)
    return [name, [[0, own[0]?.other ?? 0] as const, ...points]] as const
  })
  return [
    {
      title: 'A settlement over bookings in the tables',
      unit: 'ms',
      lines: Object.fromEntries(lines),
    },
  ]
}
