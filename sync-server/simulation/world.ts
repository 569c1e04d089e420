/**
 * A whole space in one process: a disk, one server at a time, its members' devices, the links between them, and the oracles that watch.
 * Nothing in it asks the platform for time or chance.
 */
import './seeded-yjs.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { encodeUlid, toId } from '../../domain/values/ids.ts'
import { stepFollower } from '../../domain/wire/follower.ts'
import type { CrashPoint } from './crash-points.ts'
import { type Device, makeDevice } from './device.ts'
import { type Disk, makeDisk } from './disk.ts'
import { type Link, makeLink } from './link.ts'
import type { Mistake } from './mistakes/mistake.ts'
import { oracles } from './oracles/all.ts'
import type { Oracle } from './oracles/oracle.ts'
import { isConverged } from './oracles/replicas-converge.ts'
import { makeRandom, type Random } from './random.ts'
import { forgetDocuments } from './restore-backup.ts'
import { seedYjs } from './seeded-yjs.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { bookableDays, bookers, catalogue, operator, startOfWorld, weeks } from './site.ts'
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts'

export interface Violation {
  readonly oracle: string
  readonly what: string
}

/** What is armed to go wrong when a point has been passed so often. */
export interface ArmedFault {
  readonly point: CrashPoint
  readonly kind: 'crash' | 'error'
  left: number
}

export interface World {
  readonly clock: VirtualClock
  readonly devices: readonly Device[]
  readonly disk: Disk
  readonly server: ServerProcess | null
  readonly violations: readonly Violation[]
  readonly log: readonly string[]
  /** The server's clock is off by this, ms. */
  serverSkewMs: number
  /** Where all chance comes from now; each step brings its own, so that leaving one out does not change the others. */
  random: Random
  armed: ArmedFault | null
  makeUlid(): string
  start(): Promise<void>
  kill(): Promise<void>
  stopGracefully(): void
  backUp(): void
  restoreBackup(): Promise<void>
  /** Every device follows all of its documents and has nothing left to tell. */
  isQuiet(): Promise<boolean>
  /** Waits for whatever oracles are still looking at. */
  looked(): Promise<void>
  checkEnd(): Promise<void>
  close(): Promise<void>
}

/** A process that does not go down by itself is ended. */
const STOP_WITHIN_MS = 5_000
/** Writes take up to this, so that other things happen meanwhile. */
const DISK_MS_MAX = 12

export async function makeWorld(
  seed: number,
  deviceCount: number,
  mistake: Mistake | null,
): Promise<World> {
  const clock = makeVirtualClock(startOfWorld)
  const disk = await makeDisk()
  const links = new Set<Link>()
  const devices: Device[] = []
  const violations: Violation[] = []
  const log: string[] = []
  const looking = new Set<Promise<void>>()
  let server: ServerProcess | null = null
  let isStopping = false
  let lives = 0

  const world: World = {
    clock,
    devices,
    disk,
    get server() {
      return server
    },
    violations,
    log,
    serverSkewMs: 0,
    random: makeRandom(seed),
    armed: null,
    makeUlid: () =>
      encodeUlid(
        clock.now(),
        Array.from({ length: 16 }, () => world.random.below(32)),
      ),
    start,
    kill: async () => {
      await server?.kill()
    },
    stopGracefully,
    // Between two transactions, whenever its turn comes, as a backup under load is taken.
    backUp: () => {
      if (server === null) disk.backUp()
      else void server.storage.transaction(async () => disk.backUp()).catch(() => undefined)
    },
    restoreBackup,
    isQuiet: async () => devices.every(isQuiet) && (await isConverged(world)),
    looked: async () => {
      while (looking.size > 0) await Promise.all(looking)
    },
    checkEnd,
    close: async () => {
      await server?.kill()
      disk.remove()
    },
  }
  const watching: readonly Oracle[] = oracles.map((make) => make(world))
  seedYjs(mistake?.yjsClientId === undefined ? makeRandom(seed, 1) : always(mistake.yjsClientId))

  function report(oracle: Oracle, found: string | null): void {
    if (found !== null) violations.push({ oracle: oracle.title, what: found })
  }

  /** Oracles look at once, and may have to read the disk for it. */
  function look(ask: (oracle: Oracle) => Promise<string | null> | string | null | undefined): void {
    for (const oracle of watching) {
      const answer = ask(oracle)
      if (answer === undefined || answer === null || typeof answer === 'string') {
        report(oracle, answer ?? null)
        continue
      }
      const done = answer.then(
        (found) => report(oracle, found),
        () => undefined, // the disk went away under it: nothing was seen
      )
      looking.add(done)
      void done.finally(() => looking.delete(done))
    }
  }

  async function start(): Promise<void> {
    if (server !== null || isStopping) return
    lives += 1
    const life = lives
    const started = await startServer({
      folder: disk.folder,
      clock: { now: () => clock.now() + world.serverSkewMs, after: clock.after },
      mistake,
      fault,
      latency: () => world.random.below(DISK_MS_MAX),
      makeId: world.makeUlid,
      onCommitted: (rows) => {
        for (const oracle of watching) report(oracle, oracle.onCommitted?.(life, rows) ?? null)
      },
      onKilled: () => {
        server = null
        isStopping = false
        for (const link of links) link.loseServer()
        links.clear()
      },
      log: (line) => log.push(line),
    })
    server = started
  }

  function fault(point: CrashPoint): 'crash' | 'error' | null {
    const { armed } = world
    if (armed?.point !== point) return null
    armed.left -= 1
    if (armed.left > 0) return null
    world.armed = null
    return armed.kind
  }

  /** It goes down in good order and comes up again; whoever tries meanwhile finds nobody. */
  function stopGracefully(): void {
    const stopping = server
    if (stopping === null || isStopping) return
    isStopping = true
    void stopping.stop().then(start)
    clock.after(STOP_WITHIN_MS, () => void stopping.kill())
  }

  async function restoreBackup(): Promise<void> {
    await server?.kill()
    if (isStopping || !disk.restore()) return start()
    await forgetDocuments(disk.folder, world.makeUlid())
    for (const oracle of watching) oracle.onRestored?.()
    await start()
  }

  function connect(device: Device): Link | null {
    if (server === null || isStopping) return null
    const link = makeLink({
      clock,
      random: () => world.random,
      onSent: (message) => look((oracle) => oracle.onSent?.(device, message)),
    })
    links.add(link)
    const { id: memberId, role, siteIds } = device.member
    const principal = { memberId, role, siteIds }
    server.accept(link.server, { id: device.id, principal, deviceId: device.id })
    return link
  }

  async function checkEnd(): Promise<void> {
    for (const oracle of watching) {
      for (const what of (await oracle.atEnd?.()) ?? []) report(oracle, what)
    }
  }

  await start()
  for (const [index, member] of membersOf(deviceCount).entries()) {
    const device = makeDevice({
      id: toId('device', `dev_${index}`),
      member,
      documents: documentsOf(member),
      clock,
      step: mistake?.step ?? stepFollower,
      random: () => world.random,
      connect,
      onMarked: (one, row) => look((oracle) => oracle.onMarked?.(one, row)),
      onForgotten: (one, row) => look((oracle) => oracle.onForgotten?.(one, row)),
      onView: (one) => look((oracle) => oracle.onView?.(one)),
    })
    devices.push(device)
  }
  return world
}

function isQuiet(device: Device): boolean {
  const isFollowing = [...device.documents.followers().values()].every(
    ({ state }) => state === 'following',
  )
  return (
    isFollowing &&
    [...device.store.intents.values()].every(
      ({ state }) => state === 'settled' || state === 'expired',
    )
  )
}

/** The operator, then members; every third member has a second device. */
function membersOf(deviceCount: number): readonly Member[] {
  const people = bookers.flatMap((member, index) => (index % 3 === 0 ? [member, member] : [member]))
  return [operator, ...people].slice(0, deviceCount)
}

function documentsOf(member: Member): readonly string[] {
  const site = catalogue.site.id
  const own = [`member/${member.id}`, `catalogue/${site}`]
  const occupancy = weeks.map((week) => `occupancy/${site}/${week}`)
  const desk = member === operator ? bookableDays.map((day) => `desk/${site}/${day}`) : []
  return [...own, ...occupancy, ...desk]
}

/** The same number each time: a mistake. */
function always(byte: number): Random {
  return { ...makeRandom(0), below: () => byte }
}
