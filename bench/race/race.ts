/**
 * Fifty signed-in people press "book" for the same place at the same time, two hundred times over, each over a socket of their own. Sold
 * once, to somebody, every time; and what each of them was told is what the tables say.
 */
import { members } from '../../domain/seeds/harbour-loft/people.ts'
import { startTestPortal, type TestPortal } from '../../sync-server/for-tests.ts'
import type { Bench, Measured } from '../harness/bench.ts'
import { engineNames, makeDatabases, openPlace, type Place } from '../harness/databases.ts'
import { type Device, openDevice } from '../harness/device.ts'
import { median, quantile } from '../harness/rounds.ts'
import { checkRound, type RoundCheck } from './check-round.ts'
import { makeSlots, type Slot, wishFor } from './slots.ts'

const RACERS = 50
const ROUNDS = 200
/** Fifty people, two hundred rounds, as measured on a machine of this size. */
const elsewhere = { soldTwice: 124, is: 'Seatsurfing (MRBS: 172)' }

export const race: Bench = async (options) => {
  const databases = await makeDatabases()
  const rounds = options.rounds ?? ROUNDS
  try {
    const measured: Measured[] = []
    const notes: string[] = []
    for (const engine of databases.engines) {
      if (!engineNames[engine].includes(options.only)) continue
      const run = await runOn(await databases.create(engine), rounds)
      const count = (broken: (round: RoundCheck) => boolean) => run.checks.filter(broken).length
      const title = engineNames[engine]
      measured.push(
        count0(
          title,
          'rounds sold twice',
          count((one) => one.sold > 1),
          rounds,
          elsewhere.soldTwice,
        ),
        count0(
          title,
          'rounds unsold',
          count((one) => one.sold === 0),
          rounds,
          null,
        ),
        count0(
          title,
          'told other than stored',
          sum(run.checks.map((one) => one.toldWrong)),
          rounds,
          null,
        ),
      )
      notes.push(
        `${title}: all ${RACERS} were told within ${format(median(run.ms))} ms (median), ${format(quantile(run.ms, 0.99))} ms (p99); ${run.winners} different winners.`,
      )
    }
    return { measured, notes, curves: [] }
  } finally {
    await databases.remove()
  }
}

/** A count that must be zero. */
function count0(
  title: string,
  unit: string,
  ours: number,
  rounds: number,
  other: number | null,
): Measured {
  const ratio = other === null ? Number.NaN : ours / other
  return {
    title: `${title}, ${unit}`,
    ours,
    other: other ?? Number.NaN,
    otherIs: other === null ? '' : elsewhere.is,
    ratio,
    spread: [ratio, ratio],
    unit: 'of the rounds',
    rounds,
    target: { kind: 'exact', ours: 0 },
  }
}

async function runOn(place: Place, rounds: number) {
  const settings = place.engine === 'sqlite' ? {} : { DATABASE_URL: place.url }
  const server = await startTestPortal(settings)
  const own: Place = place.engine === 'sqlite' ? { ...place, folder: server.folder } : place
  const storage = await openPlace(own)
  try {
    const racers = await gather(server)
    const slots = await makeSlots(storage, rounds)
    const checks: RoundCheck[] = []
    const ms: number[] = []
    for (const [round, slot] of slots.entries()) {
      const from = performance.now()
      const told = await runRound(racers, slot, round)
      ms.push(performance.now() - from)
      checks.push(await checkRound(storage, slot, told))
    }
    for (const racer of racers) racer.close()
    const winners = new Set(checks.map((one) => one.winner)).size
    return { checks, ms, winners }
  } finally {
    await storage.close()
    await server.remove()
  }
}

/** Signed in once, for all rounds; one after the other, because the door allows thirty unproven codes of one address at a time. */
async function gather(server: TestPortal): Promise<readonly Device[]> {
  const people = members.filter(({ role, tierId }) => role === 'member' && tierId !== null)
  const racers: Device[] = []
  for (const { id, email } of people.slice(0, RACERS)) {
    const browser = await server.signIn(email)
    racers.push(await openDevice(`http://127.0.0.1:${server.portal.port}`, browser, id))
  }
  return racers
}

/** The line starts with somebody else each round. */
async function runRound(racers: readonly Device[], slot: Slot, round: number) {
  const line = [...racers.slice(round % racers.length), ...racers.slice(0, round % racers.length)]
  return Promise.all(
    line.map((racer) => {
      const intent = wishFor(racer, slot, round)
      const told = racer.told(intent.id)
      racer.send(intent)
      return told
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}

function format(ms: number): string {
  return ms.toFixed(0)
}
