/** Every copy on every device says, byte for byte, what SQL projects now. */
import { toJson } from '../../../domain/bookings/member-sections.ts'
import { readWaiting } from '../../../domain/bookings/waitlist/waiting-list.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Sections } from '../../../domain/values/sections.ts'
import { readHead } from '../../storage/document-log.ts'
import type { Device } from '../device.ts'
import type { ServerProcess } from '../server-process.ts'
import type { World } from '../world.ts'
import type { MakeOracle } from './oracle.ts'

export const replicasConverge: MakeOracle = (world) => ({
  title: 'every replica converges to the projection of SQL',
  atEnd: async () => {
    must(world.host.server, 'the world has healed')
    return differences(world)
  },
})

/** Nothing is under way any more: a hold may lapse at any moment, and its rows take their time. */
export async function isConverged(world: World): Promise<boolean> {
  return world.host.server !== null && (await differences(world)).length === 0
}

async function differences({
  host: { server },
  devices,
  clock,
}: World): Promise<readonly string[]> {
  const found: string[] = []
  const projected = new Map<string, Promise<string>>()
  if (server === null) return found
  for (const device of devices) {
    for (const name of device.documents.followers().keys()) {
      const wanted = projected.get(name) ?? project(server, clock.now(), name)
      projected.set(name, wanted)
      // A week that has passed is not told any more: it stays as it was told last.
      if ((await wanted) === NO_SUCH_DOCUMENT) continue
      const what = await compare(server, device, name, { wanted: await wanted, now: clock.now() })
      if (what !== null) found.push(`${device.id} ${name}: ${what}`)
    }
  }
  return found
}

function project(server: ServerProcess, at: number, name: string): Promise<string> {
  const now = at as Instant // the virtual clock moves by whole ms
  return server.storage.read.transaction().execute(async (tx) => {
    const sections = await server.projections.project(tx, name, now)
    return canonical(sections === null ? null : withoutPast(name, sections, now))
  })
}

async function compare(
  server: ServerProcess,
  device: Device,
  name: string,
  { wanted, now }: { readonly wanted: string; readonly now: number },
): Promise<string | null> {
  const state = device.documents.followers().get(name)
  const head = await readHead(server.storage.read, name)
  if (state?.state !== 'following') return `it is ${state?.state}, not following`
  if (head === null || state.held.epoch !== head.epoch || state.held.n !== head.n) {
    return `it holds ${state.held.epoch}@${state.held.n}, the head is ${head?.epoch}@${head?.n}`
  }
  const held = canonical(withoutPast(name, device.documents.read(name), now))
  return held === wanted ? null : `it says\n${held}\nand SQL says\n${wanted}`
}

/** Who waited for what is over by now stands on the list until it is told anew; screens leave it out by the clock. */
function withoutPast(name: string, sections: Sections, now: number): Sections {
  if (!name.startsWith('requests/')) return sections
  const open = readWaiting(sections).filter(({ endsAt }) => endsAt > now)
  const waits = open.map((one, turn) => [one.waitId, toJson({ ...one, turn })] as const)
  return { ...sections, waits: Object.fromEntries(waits) }
}

const NO_SUCH_DOCUMENT = canonical(null)

/** Keys in order, and no empty sections: an empty one is not written. */
function canonical(value: unknown): string {
  return JSON.stringify(sorted(value, 0))
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => sorted(one, depth + 1))
  const entries = Object.entries(value)
    .filter(([, one]) => depth > 0 || Object.keys(one ?? {}).length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one, depth + 1)]))
}
