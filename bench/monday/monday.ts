/**
 * Monday, nine o'clock: ten thousand wishes wait, sixty people's, twice as many as there are places. When does the last but twentieth of them
 * know, and does anybody wait longer, or get less, than the others? Beside as many bare guarded inserts on the same engine.
 */
import type { Bench, Measured } from '../harness/bench.ts'
import {
  type Databases,
  type Engine,
  engineNames,
  makeDatabases,
  openPlace,
} from '../harness/databases.ts'
import { compare, quantile } from '../harness/rounds.ts'
import { type Bare, openBare } from '../settle/bare.ts'
import { type Answer, openSpace, type Space } from '../settle/space.ts'

const WISHES = 10_000
const ROUNDS = 3
/** What a batch of the settlement takes at most; the bare inserts share transactions, or writers, alike. */
const AT_ONCE: Readonly<Record<Engine, number>> = { sqlite: 192, postgres: 32 }
/** As for `settle` in batches: a quarter of the bare rate. */
const SLOWER_MAX = 4
/** Nobody's own p95 is later than everybody's by more. */
const UNFAIR_MAX = 1.1

export const monday: Bench = async (options) => {
  const databases = await makeDatabases()
  const measured: Measured[] = []
  try {
    for (const engine of databases.engines) {
      if (!engineNames[engine].includes(options.only)) continue
      measured.push(...(await measure(databases, engine, options.rounds ?? ROUNDS)))
    }
    return { measured, notes: [], curves: [] }
  } finally {
    await databases.remove()
  }
}

async function measure(
  databases: Databases,
  engine: Engine,
  rounds: number,
): Promise<readonly Measured[]> {
  const own = await openPlace(await databases.create(engine))
  const space = await openSpace(own)
  const place = await databases.create(engine)
  await (await openPlace(place)).close() // the schema
  const bare = await openBare(place, AT_ONCE[engine])
  const mornings: (readonly Answer[])[] = []
  const ours = async () => {
    const answers = await morning(space)
    mornings.push(answers)
    return quantile(timesOf(answers), 0.95)
  }
  const compared = await compare(rounds, ours, () => bareMorning(bare))
  await bare.close()
  await own.close()
  const title = engineNames[engine]
  const late = {
    ...{ ...compared, title: `${title}, p95 of all answers`, unit: 'ms' },
    otherIs: 'as many bare guarded inserts',
    target: { kind: 'at-most', ratio: SLOWER_MAX } as const,
  }
  return [late, ...fairness(title, mornings.slice(1)), unanswered(title, mornings)]
}

/** Nobody knows whose device comes first, so the order of arrival is mixed, and the same in each round. */
async function morning(space: Space): Promise<readonly Answer[]> {
  await space.startOver()
  await space.receive(WISHES, mixed)
  return space.answer()
}

/** Each once: a step that shares no factor with what it goes round in. */
function mixed(index: number): number {
  return (index * 7_919) % WISHES
}

/** Until so many are in that ninety-five of a hundred know. */
async function bareMorning(bare: Bare): Promise<number> {
  const from = performance.now()
  await bare.insert(WISHES)
  return (performance.now() - from) * 0.95
}

function fairness(title: string, mornings: readonly (readonly Answer[])[]): readonly Measured[] {
  const waits = mornings.map((answers) => {
    const each = [...Map.groupBy(answers, ({ memberId }) => memberId).values()]
    const own = each.map((theirs) => quantile(timesOf(theirs), 0.95))
    return { ours: Math.max(...own), other: quantile(timesOf(answers), 0.95) }
  })
  const places = mornings.map((answers) => {
    const booked = answers.filter(({ isBooked }) => isBooked)
    const each = [...Map.groupBy(booked, ({ memberId }) => memberId).values()]
    const counts = each.map((theirs) => theirs.length)
    return { ours: Math.max(...counts), other: Math.min(...counts) }
  })
  return [
    ratioOf(`${title}, p95 of whoever waits longest`, 'ms', 'p95 of everybody', waits, UNFAIR_MAX),
    ratioOf(`${title}, most places of one member`, 'places', 'fewest of one', places, null),
  ]
}

function ratioOf(
  title: string,
  unit: string,
  otherIs: string,
  pairs: readonly { readonly ours: number; readonly other: number }[],
  max: number | null,
): Measured {
  const ratios = pairs.map(({ ours, other }) => ours / other)
  return {
    ...{ title, unit, otherIs, rounds: pairs.length },
    ours: quantile(
      pairs.map(({ ours }) => ours),
      0.5,
    ),
    other: quantile(
      pairs.map(({ other }) => other),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    target: max === null ? { kind: 'none' } : { kind: 'at-most', ratio: max },
  }
}

/** Of a round, wishes with no answer or with two. */
function unanswered(title: string, mornings: readonly (readonly Answer[])[]): Measured {
  const off = mornings.map((answers) => Math.abs(answers.length - WISHES))
  return {
    ...{ title: `${title}, without exactly one answer`, unit: 'wishes', otherIs: '' },
    ...{ ours: Math.max(...off), other: Number.NaN, ratio: Number.NaN, rounds: off.length },
    spread: [Number.NaN, Number.NaN],
    target: { kind: 'exact', ours: 0 },
  }
}

function timesOf(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ afterMs }) => afterMs)
}
