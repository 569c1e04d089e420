/**
 * A whole space in one process: a disk, one server at a time or several over one database, its members' devices, the links between them, and the oracles that watch.
 * Nothing in it asks the platform for time or chance.
 */

import { createHash, type Hash } from 'node:crypto'
import type { Member } from '../../domain/memberships/member.ts'
import { encodeUlid, type MemberId, toId } from '../../domain/values/ids.ts'
import { stepFollower } from '../../domain/wire/follower.ts'
import { type Device, makeDevice } from './device.ts'
import { makeDisk } from './disk.ts'
import { type Link, makeLink } from './link.ts'
import { otherOf } from './message-wishes.ts'
import type { Mistake } from './mistakes/mistake.ts'
import { makeNews, type News } from './news.ts'
import { isConverged } from './oracles/replicas-converge.ts'
import { makeRandom, type Random } from './random.ts'
import { seedYjs } from './seeded-yjs.ts'
import type { ServerHost } from './server-host.ts'
import { makeServerHosts, type ServerHosts } from './server-hosts.ts'
import { bookableDays, bookers, catalogue, operator, startOfWorld, weeks } from './site.ts'
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts'
import { makeWatch, type Watch } from './watch.ts'

export interface World {
  readonly clock: VirtualClock
  readonly hosts: ServerHosts
  /** One that has a server, where any has. */
  readonly host: ServerHost
  /** What servers tell each other. */
  readonly news: News
  readonly devices: readonly Device[]
  readonly watch: Watch
  /** What the server wrote down: it tells of troubles it got over. */
  readonly log: readonly string[]
  /** Where all chance comes from now; each step brings its own, so that leaving one out does not change the others. */
  random: Random
  /** The next connection of these devices is cut after so many messages. */
  readonly earlyBreaks: Map<string, number>
  /** Members whose rights changed and who may not have been told, because something failed. */
  readonly untold: Set<MemberId>
  /** Members whose rights were ever changed by a tool that no settlement knows of. */
  readonly changedRights: Set<MemberId>
  makeUlid(): string
  /** Of every message that the server sent so far. */
  fingerprint(): string
  close(): Promise<void>
}

interface Network {
  readonly links: Map<Link, ServerHost>
  readonly sent: Hash
}

export async function makeWorld(
  seed: number,
  { devices: deviceCount, servers }: { readonly devices: number; readonly servers: number },
  mistake: Mistake | null,
): Promise<World> {
  seedYjs(mistake?.yjsClientId === undefined ? makeRandom(seed, 1) : always(mistake.yjsClientId))
  const clock = makeVirtualClock(startOfWorld)
  const disk = await makeDisk()
  const links = new Map<Link, ServerHost>()
  const devices: Device[] = []
  const log: string[] = []
  const sent = createHash('sha256')
  const news = makeNews(clock, () => world.random)
  const world: World = {
    news,
    clock,
    devices,
    log,
    earlyBreaks: new Map(),
    untold: new Set(),
    changedRights: new Set(),
    random: makeRandom(seed),
    makeUlid: () =>
      encodeUlid(
        clock.now(),
        Array.from({ length: 16 }, () => world.random.below(32)),
      ),
    get hosts() {
      return hosts
    },
    get host() {
      return hosts.any
    },
    get watch() {
      return watch
    },
    fingerprint: () => sent.copy().digest('hex'),
    close: async () => {
      await hosts.close()
      disk.remove()
    },
  }
  const watch = makeWatch(world)
  const hosts = await makeServerHosts(servers, {
    disk,
    news,
    pass: (ms) => clock.advance(ms),
    clock,
    mistake,
    random: () => world.random,
    makeUlid: () => world.makeUlid(),
    onCommitted: (life, rows) => watch.tell((oracle) => oracle.onCommitted?.(life, rows)),
    onGone: (host) => {
      for (const [link, of] of links) {
        if (of !== host) continue
        link.loseServer()
        links.delete(link)
      }
    },
    onRestored: () => watch.tell((oracle) => oracle.onRestored?.()),
    log: (line) => log.push(line),
  })
  await hosts.start()
  for (const [index, member] of membersOf(deviceCount).entries()) {
    devices.push(addDevice(world, { links, sent }, index, member, mistake))
  }
  return world
}

function addDevice(
  world: World,
  network: Network,
  index: number,
  member: Member,
  mistake: Mistake | null,
): Device {
  const { watch } = world
  return makeDevice({
    id: toId('device', `dev_${index}`),
    member,
    documents: documentsOf(member),
    clock: world.clock,
    step: mistake?.step ?? stepFollower,
    random: () => world.random,
    connect: (device) => connect(world, network, device),
    onMarked: (device, row) => watch.tell((oracle) => oracle.onMarked?.(device, row)),
    onForgotten: (device, row) => watch.tell((oracle) => oracle.onForgotten?.(device, row)),
    onView: (device) => watch.tell((oracle) => oracle.onView?.(device)),
  })
}

function connect(world: World, { links, sent }: Network, device: Device): Link | null {
  const { hosts, clock, watch } = world
  const host = hosts.answering(world.random)
  if (host?.server == null) return null
  const link = makeLink({
    clock,
    random: () => world.random,
    onSent: (message) => {
      sent.update(message)
      watch.tell((oracle) => oracle.onSent?.(device, message))
    },
  })
  links.set(link, host)
  const breaksAfter = world.earlyBreaks.get(device.id)
  if (breaksAfter !== undefined) link.cutAfter(breaksAfter)
  world.earlyBreaks.delete(device.id)
  const { id: memberId, role, teamId, siteIds } = device.member
  const principal = { memberId, role, teamId, siteIds }
  host.server.accept(link.server, { id: device.id, principal, deviceId: device.id })
  return link
}

/** Every device follows all of its documents and has nothing left to tell, and nothing is under way. */
export async function isQuiet(world: World): Promise<boolean> {
  return world.devices.every(isAtRest) && (await isConverged(world))
}

function isAtRest({ documents, store }: Device): boolean {
  const isFollowing = [...documents.followers().values()].every(
    ({ state }) => state === 'following',
  )
  const isDone = [...store.intents.values()].every(
    ({ state }) => state === 'settled' || state === 'expired',
  )
  return isFollowing && isDone
}

/** The operator, then members; every third member has a second device. */
function membersOf(deviceCount: number): readonly Member[] {
  const people = bookers.flatMap((member, index) => (index % 3 === 0 ? [member, member] : [member]))
  return [operator, ...people].slice(0, deviceCount)
}

function documentsOf(member: Member): readonly string[] {
  const site = catalogue.site.id
  const own = [
    ...[`member/${member.id}`, `tickets/${member.id}`],
    ...(otherOf(member.id) === null ? [] : [`messages/${member.id}`]),
    ...[`catalogue/${site}`, `happenings/${site}`],
  ]
  const occupancy = weeks.map((week) => `occupancy/${site}/${week}`)
  if (member !== operator) return [...own, ...occupancy]
  const desk = bookableDays.map((day) => `desk/${site}/${day}`)
  return [...own, ...occupancy, ...desk, `requests/${site}`, `support/${site}`]
}

/** The same number each time: a mistake. */
function always(byte: number): Random {
  return { ...makeRandom(0), below: () => byte }
}
