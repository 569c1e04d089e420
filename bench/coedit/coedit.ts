/**
 * Two people draw one floor. What 20,000 moves cost in bytes and in time, beside the fewest bytes that say the same floor and beside bare
 * Yjs; and how soon one sees what the other moved, through the real server's guard and disk, beside a flush and a bare relay.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { setProperties } from '../../floorplans/document/draft/draft-document.ts'
import { seedSample } from '../../sync-server/sites/sample.ts'
import { connectionRate } from '../../sync-server/sync/rate-limit.ts'
import { startServer } from '../fanout/child.ts'
import { openReaders } from '../fanout/readers.ts'
import type { Bench, Measured } from '../harness/bench.ts'
import { openPlace } from '../harness/databases.ts'
import { compare, quantile } from '../harness/rounds.ts'
import { now } from '../settle/space.ts'
import { openEditor } from './editor.ts'
import { moveOf, moveTogether, setTogether } from './moves.ts'

const MOVES = 20_000
/** Until a desk stands right, it is moved a few times. */
const IN_A_ROW = 5
const SEEN_MOVES = 100
const MOVES_PER_SECOND = connectionRate.framesPerSecond * 0.8
const ROUNDS = 5
const PAGE_BYTES = 4_096

export const coedit: Bench = async (options) => {
  const rounds = options.rounds ?? ROUNDS
  const cases = [bytes(1), bytes(IN_A_ROW), time, seen]
  const measured: Measured[] = []
  for (const one of cases) {
    const found = await one(rounds, options.only)
    if (found !== null) measured.push(found)
  }
  return { measured, notes: [], curves: [] }
}

type Case = (rounds: number, only: string) => Promise<Measured | null>

/** A count: it is the same in every round. */
function bytes(inARow: number): Case {
  return async (_rounds, only) => {
    const title = `largest document in ${MOVES.toLocaleString('en')} moves, ${inARow} in a row`
    if (!title.includes(only)) return null
    const { largest: ours, smallest: other, beginnings } = moveTogether(MOVES, inARow)
    const ratio = ours / other
    return {
      ...{ title, ours, other, ratio, spread: [ratio, ratio], rounds: 1, unit: 'bytes' },
      otherIs: `the same floor written once; begun anew ${beginnings} times`,
      target: { kind: 'at-most', ratio: 3 },
    }
  }
}

const time: Case = async (rounds, only) => {
  const title = 'time of a move on both copies'
  if (!title.includes(only)) return null
  const each = (work: (moves: number, inARow: number) => unknown) => async () => {
    const from = performance.now()
    work(MOVES, IN_A_ROW)
    return ((performance.now() - from) / MOVES) * 1000
  }
  return {
    ...(await compare(rounds, each(moveTogether), each(setTogether))),
    ...{ title, unit: 'µs', otherIs: 'bare Yjs: a value under one key, no undo' },
    target: { kind: 'none' },
  }
}

const seen: Case = async (rounds, only) => {
  const title = 'until the other sees it, p95'
  if (!title.includes(only)) return null
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const storage = await openPlace({ engine: 'sqlite', folder })
  await seedSample(storage, now)
  await storage.close()
  const portal = await startServer('../tap-to-everyone/portal-server.ts', folder)
  const bare = await startServer('./bare-server.ts', folder)
  const ours = await openPair(portal.port)
  const other = await openRelay(bare, folder, ours.updateBytes)
  try {
    return {
      ...(await compare(
        rounds,
        () => p95(ours.move),
        () => p95(other.move),
      )),
      ...{ title, unit: 'ms', otherIs: 'one flush and a bare ws relay of as many bytes' },
      target: { kind: 'at-most', ratio: 3 },
    }
  } finally {
    ours.close()
    other.close()
    await portal.stop()
    await bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Pair {
  /** Milliseconds until the n-th move was there. */
  move(n: number): Promise<number>
  close(): void
}

async function openPair(port: number): Promise<Pair & { updateBytes(): number }> {
  const origin = `http://127.0.0.1:${port}`
  const [mara, jonas] = await Promise.all(
    ['mem_mara', 'mem_jonas'].map((id) => openEditor(origin, id)),
  )
  if (mara === undefined || jonas === undefined) throw new Error('both were opened')
  let size = 0
  return {
    move: (n) =>
      new Promise((resolve) => {
        const from = performance.now()
        jonas.doc.once('update', (update: Uint8Array) => {
          size = update.byteLength
          resolve(performance.now() - from)
        })
        const { id, at } = moveOf(n, IN_A_ROW)
        setProperties(mara.doc, id, { at }, 'bench')
      }),
    updateBytes: () => size,
    close: () => {
      mara.close()
      jonas.close()
    },
  }
}

async function openRelay(
  server: Awaited<ReturnType<typeof startServer>>,
  folder: string,
  updateBytes: () => number,
): Promise<Pair> {
  const readers = await openReaders(server.port, 'bare', 1, 1)
  const file = openSync(join(folder, 'flushed'), 'w')
  return {
    move: () =>
      new Promise((resolve) => {
        const from = performance.now()
        readers.onRow(() => resolve(performance.now() - from))
        writeSync(file, Buffer.alloc(PAGE_BYTES))
        fsyncSync(file)
        server.say({ kind: 'write', room: 0, bytes: Math.max(8, updateBytes()) })
      }),
    close: () => {
      readers.close()
      closeSync(file)
    },
  }
}

let moves = 0

/** A move after the other, within what one connection may send. */
async function p95(move: Pair['move']): Promise<number> {
  const took: number[] = []
  for (let count = 0; count < SEEN_MOVES; count += 1) {
    moves += 1
    took.push(await move(moves))
    await setTimeout(1000 / MOVES_PER_SECOND)
  }
  return quantile(took, 0.95)
}
