/**
 * What it costs to bring a change to everybody who reads: processor time of the server a delivery, and how long deliveries take once the
 * server has let go of the row, against a bare `ws` broadcast of as many bytes. Ours has the row on disk before it sends it, which is the
 * larger part of the difference: the README of the benches says how it divides.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Measured } from '../harness/bench.ts'
import { median, quantile } from '../harness/rounds.ts'
import { type Server, startServer } from './child.ts'
import { openReaders, type Readers } from './readers.ts'

interface Load {
  readonly title: string
  readonly rooms: number
  readonly readers: number
  readonly writesPerSecond: number
}

const loads: readonly Load[] = [
  { title: '1 x 200', rooms: 1, readers: 200, writesPerSecond: 20 },
  { title: '50 x 20', rooms: 50, readers: 20, writesPerSecond: 200 },
]
const ROUNDS = 5
const SECONDS = 3
/** A booking's row as it travels. */
const ROW_BYTES = 100
const CPU_RATIO_MAX = 1.4
const P99_RATIO_MAX = 1.5

interface Round {
  /** Microseconds of processor time a delivery. */
  readonly cpu: number
  readonly p50: number
  readonly p99: number
}

export const fanout: Bench = async (options) => {
  const measured: Measured[] = []
  for (const load of loads.filter(({ title }) => title.includes(options.only))) {
    measured.push(...(await measure(load, options.rounds ?? ROUNDS)))
  }
  return { measured, notes: [], curves: [] }
}

async function measure(load: Load, rounds: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const ours = await startServer('./portal-server.ts', folder)
  const bare = await startServer('./bare-server.ts', folder)
  try {
    // A document is there once it has a row, and only then can be followed.
    await writeAll(ours, load.rooms, 1)
    const own = await openReaders(ours.port, 'portal', load.rooms, load.readers)
    const other = await openReaders(bare.port, 'bare', load.rooms, load.readers)
    const pairs: { readonly ours: Round; readonly other: Round }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const first = await runRound(ours, own, load)
      pairs.push({ ours: first, other: await runRound(bare, other, load) })
    }
    own.close()
    other.close()
    return compareRounds(load, pairs.slice(1)) // the first one warms up
  } finally {
    await ours.stop()
    await bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One row to each room; resolves when the server has let go of them all. */
async function writeAll(server: Server, rooms: number, bytes: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let left = rooms
    server.onSent(() => {
      left -= 1
      if (left === 0) resolve()
    })
    for (let room = 0; room < rooms; room += 1) server.say({ kind: 'write', room, bytes })
  })
}

async function runRound(server: Server, readers: Readers, load: Load): Promise<Round> {
  const writes = SECONDS * load.writesPerSecond
  const deliveries = writes * load.readers
  const sentAt = new Map<string, number>()
  const came: { readonly row: string; readonly at: number }[] = []
  server.onSent(({ room, n, at }) => sentAt.set(`${room}/${n}`, at))
  const isDone = Promise.withResolvers<void>()
  readers.onRow((room, n, at) => {
    came.push({ row: `${room}/${n}`, at })
    if (came.length === deliveries) isDone.resolve()
  })
  const from = await server.cpuMs()
  const stop = writeSteadily(server, load, writes)
  await isDone.promise
  stop()
  const cpuMs = (await server.cpuMs()) - from
  const took = came.map(({ row, at }) => at - (sentAt.get(row) ?? at))
  return {
    cpu: (cpuMs * 1000) / deliveries,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
  }
}

function writeSteadily(server: Server, { rooms, writesPerSecond }: Load, writes: number) {
  let written = 0
  const timer = setInterval(() => {
    if (written === writes) return
    server.say({ kind: 'write', room: written % rooms, bytes: ROW_BYTES })
    written += 1
  }, 1000 / writesPerSecond)
  return () => clearInterval(timer)
}

function compareRounds(
  { title, rooms, readers }: Load,
  pairs: readonly { readonly ours: Round; readonly other: Round }[],
): readonly Measured[] {
  const compare = (what: keyof Round, name: string, unit: string, ratio: number | null) => {
    const ratios = pairs.map((pair) => pair.ours[what] / pair.other[what])
    return {
      title: `${title}, ${name}`,
      ours: median(pairs.map((pair) => pair.ours[what])),
      other: median(pairs.map((pair) => pair.other[what])),
      otherIs: `bare ws, ${rooms * readers} readers`,
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)] as const,
      unit,
      rounds: pairs.length,
      target: ratio === null ? ({ kind: 'none' } as const) : ({ kind: 'at-most', ratio } as const),
    }
  }
  return [
    compare('cpu', 'processor time a delivery', 'µs', CPU_RATIO_MAX),
    compare('p50', 'delivery p50', 'ms', null),
    compare('p99', 'delivery p99', 'ms', P99_RATIO_MAX),
  ]
}
