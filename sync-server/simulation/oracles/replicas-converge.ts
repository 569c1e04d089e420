/** Every copy on every device says, byte for byte, what SQL projects now. */
import { readMember, toJson } from '../../../domain/bookings/member-sections.ts'
import { readWaiting } from '../../../domain/bookings/waitlist/waiting-list.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Sections } from '../../../domain/values/sections.ts'
import { isOutcomeTold } from '../../bookings/entries.ts'
import { type DocumentHead, readHeads } from '../../storage/document-log.ts'
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
  if (server === null) return []
  const copies = devices.flatMap((device) =>
    [...device.documents.followers().keys()].map((name): Copy => ({ device, name })),
  )
  const names = [...new Set(copies.map(({ name }) => name))]
  const wanted = await project(server, clock.now(), names)
  const heads = await readHeads(server.storage.read, names)
  const headOf = new Map(heads.map((head) => [head.name, head]))
  return copies.flatMap((copy) => {
    const text = must(wanted.get(copy.name), 'all of them were projected')
    // A week that has passed is not told any more: it stays as it was told last.
    if (text === NO_SUCH_DOCUMENT) return []
    const what = compare(copy, headOf.get(copy.name), text, clock.now())
    return what === null ? [] : [`${copy.device.id} ${copy.name}: ${what}`]
  })
}

interface Copy {
  readonly device: Device
  readonly name: string
}

async function project(
  server: ServerProcess,
  at: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const now = at as Instant // the virtual clock moves by whole ms
  return server.storage.read.transaction().execute(async (tx) => {
    const all = await server.projections.projectAll(tx, names, now)
    return new Map(
      names.map((name) => {
        const sections = all.get(name) ?? null
        return [name, canonical(sections === null ? null : withoutPast(name, sections, now))]
      }),
    )
  })
}

function compare(
  { device, name }: Copy,
  head: DocumentHead | undefined,
  wanted: string,
  now: number,
): string | null {
  const state = device.documents.followers().get(name)
  if (state?.state !== 'following') return `it is ${state?.state}, not following`
  if (head === undefined || state.held.epoch !== head.epoch || state.held.n !== head.n) {
    return `it holds ${state.held.epoch}@${state.held.n}, the head is ${head?.epoch}@${head?.n}`
  }
  const held = canonical(withoutPast(name, device.documents.read(name), now))
  return held === wanted ? null : `it says\n${held}\nand SQL says\n${wanted}`
}

/** Who waited for what is over by now, and the answers to messages of weeks ago, stand there until the document is told anew; screens leave them out by the clock. */
function withoutPast(name: string, sections: Sections, now: number): Sections {
  if (name.startsWith('member/')) return withoutOldAnswers(sections, now as Instant)
  if (!name.startsWith('requests/')) return sections
  const open = readWaiting(sections).filter(({ endsAt }) => endsAt > now)
  const waits = open.map((one, turn) => [one.waitId, toJson({ ...one, turn })] as const)
  return { ...sections, waits: Object.fromEntries(waits) }
}

function withoutOldAnswers(sections: Sections, now: Instant): Sections {
  const told = readMember(sections).settled.filter((one) => isOutcomeTold(one, now))
  return {
    ...sections,
    outcomes: Object.fromEntries(told.map((one) => [one.intentId, toJson(one)])),
  }
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
