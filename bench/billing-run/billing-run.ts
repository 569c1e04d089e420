/**
 * The bills of a thousand members, each with a membership and five bookings in the month: how many rows a second a run writes, with all it
 * reads and reckons for them, beside the bare insert of as many; and how much memory it takes.
 */
import type { Bench, Measured } from '../harness/bench.ts'
import {
  type Databases,
  type Engine,
  engineNames,
  makeDatabases,
  openPlace,
} from '../harness/databases.ts'
import { compare, perSecond } from '../harness/rounds.ts'
import { countRows, openBare, readBillRows } from './bare.ts'
import { MEMBERS, openBilled } from './space.ts'

const ROUNDS = 5
const RATIO_MIN = 0.3
const MEGABYTE = 1_048_576

export const billingRun: Bench = async (options) => {
  const databases = await makeDatabases()
  const rounds = options.rounds ?? ROUNDS
  const measured: Measured[] = []
  const notes: string[] = []
  try {
    for (const engine of databases.engines) {
      if (!engineNames[engine].includes(options.only)) continue
      const { rows, billsPerSecond, megabytes } = await measure(databases, engine, rounds)
      measured.push(rows)
      notes.push(
        `${engineNames[engine]}: ${Math.round(billsPerSecond)} bills a second; a run of ${MEMBERS} took at most ${megabytes} MB more than there were before it.`,
      )
    }
    return { measured, notes, curves: [] }
  } finally {
    await databases.remove()
  }
}

async function measure(databases: Databases, engine: Engine, rounds: number) {
  const own = await openPlace(await databases.create(engine))
  // One for the rows that the bare side inserts, and one to warm up.
  const billed = await openBilled(own, rounds + 2)
  const model = await readBillRows(own, (await billed.run()).from)
  const count = countRows(model)
  const place = await databases.create(engine)
  await (await openPlace(place)).close() // the schema
  const bare = await openBare(place)
  let most = 0
  const compared = await compare(
    rounds,
    async () => {
      const before = process.memoryUsage().rss
      const speed = await perSecond(count, () => issue(billed.run))
      most = Math.max(most, process.memoryUsage().rss - before)
      return speed
    },
    () => perSecond(count, () => bare.insert(model)),
  )
  await bare.close()
  await own.close()
  const rows: Measured = {
    ...compared,
    title: engineNames[engine],
    otherIs: 'bare inserts of as many rows',
    unit: 'rows per second',
    target: { kind: 'at-least', ratio: RATIO_MIN },
  }
  return {
    rows,
    billsPerSecond: (compared.ours / count) * MEMBERS,
    megabytes: Math.round(most / MEGABYTE),
  }
}

async function issue(run: () => Promise<{ readonly issued: number }>): Promise<void> {
  const { issued } = await run()
  if (issued < MEMBERS) throw new Error(`${issued} of ${MEMBERS} bills were issued`)
}
