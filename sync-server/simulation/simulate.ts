/**
 * One world from one seed: steps with time between them, then everything heals, settles and is looked at. The same seed and script give
 * the same world, byte for byte.
 */
import type { Mistake } from './mistakes/mistake.ts'
import { perform } from './perform.ts'
import { makeRandom } from './random.ts'
import { drawStep, isFault, type Step } from './step.ts'
import { tellMembers } from './team.ts'
import type { Violation } from './watch.ts'
import { isQuiet, makeWorld, type World } from './world.ts'

export interface Script {
  readonly seed: number
  readonly devices: number
  /** Over one database; one where it is not said. */
  readonly servers?: number
  readonly steps: readonly Step[]
}

export interface Result {
  readonly violations: readonly Violation[]
  readonly faults: number
  readonly wishes: number
  readonly log: readonly string[]
  /** Of every message that the server sent, in order: the same for the same script. */
  readonly fingerprint: string
  /** Times that a server was not told of what another committed. */
  readonly newsLost: number
}

const STEPS = 56
/** A server that is gone is started again, by whoever watches over it, after this long at most. */
const RESTART_MS_MAX = 3_000
/** Thirty seconds of back-off and twenty to notice a dead line fit several times. */
const HEAL_MS_MAX = 240_000
const HEAL_STEP_MS = 5_000
/** A day more than a device keeps what was settled. */
const LATER_MS = 15 * 86_400_000
/** In one world of so many those days pass as well: they cost as much as the healing before. */
const LATER_DAYS_EVERY = 4

/** In one world of so many several servers stand over one database. */
const SEVERAL_SERVERS_EVERY = 5

export function drawScript(seed: number): Script {
  const random = makeRandom(seed)
  return {
    seed,
    devices: 3 + random.below(6),
    servers: serversOf(seed),
    steps: Array.from({ length: STEPS }, () => drawStep(random)),
  }
}

export async function simulate(script: Script, mistake: Mistake | null = null): Promise<Result> {
  const world = await makeWorld(script.seed, { servers: 1, ...script }, mistake)
  try {
    for (const step of script.steps) {
      world.random = makeRandom(step.salt)
      await perform(world, step)
      await passTime(world, step.thenMs)
      world.watch.tell((oracle) => oracle.afterStep?.())
      await world.watch.done()
      if (world.watch.violations.length > 0) break
    }
    if (world.watch.violations.length === 0) await healAndCheck(world, script.seed)
    const wishes = world.devices.reduce((sum, { store }) => sum + store.intents.size, 0)
    if (world.watch.violations.length === 0 && hasLaterDays(script)) await passLaterDays(world)
    return {
      violations: world.watch.violations,
      faults: script.steps.filter(isFault).length,
      wishes,
      log: world.log,
      fingerprint: world.fingerprint(),
      newsLost: world.news.lost(),
    }
  } finally {
    await world.close()
  }
}

/** Of several two, in every other such world three. */
function serversOf(seed: number): number {
  const isOfSeveral = seed % SEVERAL_SERVERS_EVERY === SEVERAL_SERVERS_EVERY - 1
  return isOfSeveral ? 2 + (seed % 2) : 1
}

function hasLaterDays({ seed }: Script): boolean {
  return seed % LATER_DAYS_EVERY === 0
}

async function passTime(world: World, ms: number): Promise<void> {
  await world.clock.advance(ms)
  for (const host of world.hosts.all) {
    if (host.server !== null || !world.random.chance(0.5)) continue
    await world.clock.advance(world.random.below(RESTART_MS_MAX))
    await world.hosts.start(host)
  }
}

/** Nothing goes wrong any more; then everything must come to rest, and hold. */
async function healAndCheck(world: World, seed: number): Promise<void> {
  world.random = makeRandom(seed, 2)
  for (const host of world.hosts.all) Object.assign(host, { armed: null, skewMs: 0 })
  world.earlyBreaks.clear()
  for (const device of world.devices) {
    device.hasNetwork = true
    device.nudge()
  }
  await comeToRest(world)
}

/** Everything that was booked is over by then, what was settled is forgotten by devices, and a week is not told any more. */
async function passLaterDays(world: World): Promise<void> {
  await world.clock.sleep(LATER_MS)
  await comeToRest(world)
}

async function comeToRest(world: World): Promise<void> {
  for (let passed = 0; passed < HEAL_MS_MAX; passed += HEAL_STEP_MS) {
    await world.hosts.start()
    tellMembers(world)
    await world.clock.advance(HEAL_STEP_MS)
    if (await isQuiet(world)) break
  }
  await world.watch.done()
  await world.watch.checkEnd()
}
