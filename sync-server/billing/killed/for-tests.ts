/**
 * A storage that is over behind the n-th statement that writes: what a crash leaves is what the last commit before it said. In a process of its
 * own it is the process that is over. Nothing here may import the test runner.
 */
import type { Instant } from '../../../domain/values/instant.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { composeRooms } from '../../compose-rooms.ts'
import { makeSettlement, type Settlement } from '../../settlement/settlement.ts'
import { tellNobody } from '../../settlement/tell.ts'
import { openSqlite } from '../../storage/sqlite.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'
import { makeServerDocuments } from '../../sync/server-documents.ts'
import { continueRun } from '../run.ts'

export interface Mortal {
  readonly storage: Storage
  readonly settlement: Settlement
  /** From now on so many statements are written. */
  live(statements: number): void
  isDead(): boolean
}

let epochs = 0

/** `die` is called behind the last statement, and behind every one that is tried after it. */
export async function openMortal(folder: string, now: Instant, die: () => void): Promise<Mortal> {
  let left = Number.POSITIVE_INFINITY
  const door = openSqlite(folder, (text) => {
    // What only reads leaves nothing behind.
    if (!/^\s*select/i.test(text)) left -= 1
    if (left <= 0) die()
  })
  const storage = await openStorage(door)
  const { bookings, kinds, projections } = composeRooms()
  const settlement = makeSettlement({
    ...{ storage, projections, kinds, consequences: bookings.consequences, tell: tellNobody },
    documents: makeServerDocuments(storage, () => `killed-${process.pid}-${epochs++}`),
    now: () => now,
    after: () => () => undefined, // whoever is dead tries nothing again
    log: () => undefined,
  })
  return {
    ...{ storage, settlement },
    live: (statements) => {
      left = statements
    },
    isDead: () => left <= 0,
  }
}

/** `node for-tests.ts <folder> <now> <run> <statements>`: goes on with a run, and is killed by itself in the middle of it. */
if (import.meta.main) {
  const [folder = '', at = '', runId = '', statements = ''] = process.argv.slice(2)
  const die = () => process.kill(process.pid, 'SIGKILL')
  const { settlement, live } = await openMortal(folder, toInstant(Number(at)), die)
  live(Number(statements))
  await continueRun(settlement, runId)
}
