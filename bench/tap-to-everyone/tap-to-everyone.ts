/**
 * One member taps "book", and two hundred others look at the same week: from the tap to each of their screens' copies, over the outbox, the
 * settlement, the disk and the log (B-01). Beside a bare `ws` broadcast of as many bytes, after one flush of a page.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { isoWeekOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { seedSample } from '../../sync-server/sites/sample.ts'
import { loadCatalogue } from '../../sync-server/storage/load-catalogue.ts'
import { clockMs, type Server, startServer } from '../fanout/child.ts'
import { openReaders, type Readers } from '../fanout/readers.ts'
import type { Bench } from '../harness/bench.ts'
import { openPlace } from '../harness/databases.ts'
import { openDevice } from '../harness/device.ts'
import { compare, quantile } from '../harness/rounds.ts'
import { now, openHours, wish } from '../settle/space.ts'

const READERS = 200
const BOOKINGS = 20
const ROUNDS = 5
const PAGE_BYTES = 4_096
const RATIO_MAX = 3
const booker = toId('member', 'mem_hana')
const device = toId('device', 'dev_hana')
/** The bench's server believes whatever it is told. */
const signedIn = { device, cookie: booker, post: async () => ({ body: { ticket: booker } }) }

export const tapToEveryone: Bench = async (options) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const wishes = await writeSpace(folder)
  const portal = await startServer('../tap-to-everyone/portal-server.ts', folder)
  const bare = await startServer('./bare-server.ts', folder)
  try {
    const ours = await openPortal(portal, wishes)
    const other = await openBare(bare, folder, ours.rowBytes)
    const compared = await compare(
      options.rounds ?? ROUNDS,
      () => p95(ours.tap),
      () => p95(other.tap),
    )
    ours.close()
    other.close()
    const measured = {
      ...compared,
      title: `one booking on ${READERS} screens, p95`,
      otherIs: `one flush and a bare ws broadcast of ${ours.rowBytes()} bytes`,
      unit: 'ms',
      target: { kind: 'at-most', ratio: RATIO_MAX } as const,
    }
    return { measured: [measured], notes: [], curves: [] }
  } finally {
    await portal.stop()
    await bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The sample, and wishes of one member for its first quiet week. */
async function writeSpace(folder: string) {
  const storage = await openPlace({ engine: 'sqlite', folder })
  await seedSample(storage, now)
  const catalogue = must(await loadCatalogue(storage.read, 'sit_harbour-loft'), 'it was written')
  await storage.close()
  const hours = openHours(catalogue)
  const { date } = toWallTime(catalogue.zone, must(hours[0], 'it is open').startsAt)
  return {
    room: Number(isoWeekOf(date).slice(-2)) - 1,
    wishOf: (n: number): AnyIntent => ({ ...wish(catalogue, hours, n), device, seq: n + 1 }),
  }
}

interface Side {
  /** Gives when each reader had it, in ms after the tap. */
  tap(): Promise<readonly number[]>
  close(): void
}

async function openPortal(
  { port }: Server,
  { room, wishOf }: Awaited<ReturnType<typeof writeSpace>>,
): Promise<Side & { rowBytes(): number }> {
  const phone = await openDevice(`http://127.0.0.1:${port}`, signedIn, booker)
  // A document is there once it has a row, and only then can be followed.
  const first = phone.told('bki_bench-0')
  phone.send(wishOf(0))
  await first
  const readers = await openReaders(port, 'portal', 1, READERS, room)
  let n = 0
  let bytes = 0
  return {
    tap: () => {
      n += 1
      return everybody(
        readers,
        () => phone.send(wishOf(n)),
        (size) => {
          bytes = size
        },
      )
    },
    rowBytes: () => bytes,
    close: () => {
      readers.close()
      phone.close()
    },
  }
}

/** The limit: a page on disk, and as many bytes to everybody. */
async function openBare(server: Server, folder: string, rowBytes: () => number): Promise<Side> {
  const readers = await openReaders(server.port, 'bare', 1, READERS)
  const file = openSync(join(folder, 'flushed'), 'w')
  return {
    tap: () =>
      everybody(readers, () => {
        writeSync(file, Buffer.alloc(PAGE_BYTES))
        fsyncSync(file)
        server.say({ kind: 'write', room: 0, bytes: rowBytes() })
      }),
    close: () => {
      readers.close()
      closeSync(file)
    },
  }
}

async function everybody(
  readers: Readers,
  begin: () => void,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<readonly number[]> {
  const from = clockMs()
  const took: number[] = []
  await new Promise<void>((resolve) => {
    readers.onRow((_room, _n, at, bytes) => {
      took.push(at - from)
      onBytes(bytes)
      if (took.length === READERS) resolve()
    })
    begin()
  })
  return took
}

/** One booking after the other, as taps come. */
async function p95(tap: Side['tap']): Promise<number> {
  const took: number[] = []
  for (let booking = 0; booking < BOOKINGS; booking += 1) took.push(...(await tap()))
  return quantile(took, 0.95)
}
