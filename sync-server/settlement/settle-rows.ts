/**
 * Waiting wishes in order of arrival, inside one transaction: all of them at once, or one by one, each in a savepoint, so that a wish that
 * cannot be settled is set aside and does not stop the others. Whoever tries the first and is told `NotTogether` begins a new transaction
 * with the second: what almost never fails needs no savepoint.
 */
import { sql } from 'kysely'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { IntentRow } from '../storage/intents.ts'
import type { Facts } from './kept-facts.ts'
import { type SettledBatch, type SettlementRules, settleBatch } from './settle-batch.ts'
import { joinTouched, type Touched } from './shown.ts'
import { ClaimRefused } from './write-bookings.ts'

export interface SettledRows extends Pick<SettledBatch, 'settled' | 'touched'> {
  /** How many of the rows were dealt with: settled, or set aside. The rest still waits. */
  readonly count: number
}

/** One of them throws, or a claim is refused: the transaction is not to be committed, and they have to be taken one by one. */
export class NotTogether extends Error {
  override name = 'NotTogether'
}

type SettleRows = (facts: Facts, rows: readonly IntentRow[], at: Instant) => Promise<SettledRows>

/** A claim refused under the settlement's lock means that the facts moved; look again, but not for ever. */
const CLAIM_ATTEMPTS_MAX = 3

export function makeSettleRows(ports: {
  readonly rules: SettlementRules
  /** Ids of wishes that could not be settled; they are added here. */
  readonly setAside: Set<string>
  /** Whatever it is, it is no wish's fault: all of them wait, and none is set aside. */
  isEngineFailure(error: unknown): boolean
  log(line: string): void
}): { readonly together: SettleRows; readonly singly: SettleRows } {
  const { rules, setAside, log } = ports
  const isOfEngine = (error: unknown) =>
    error instanceof TransactionGone || ports.isEngineFailure(error)

  async function settleSingly(
    facts: Facts,
    row: IntentRow,
    at: Instant,
  ): Promise<SettledBatch | null> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inSavepoint(facts, () => settleBatch(facts, rules, [row], at))
      } catch (error) {
        if (isOfEngine(error)) throw error
        if (error instanceof ClaimRefused && attempt < CLAIM_ATTEMPTS_MAX) continue
        setAside.add(row.id)
        log(`The wish ${row.id} could not be settled and waits: ${String(error)}`)
        return null
      }
    }
  }

  async function settleEach(
    facts: Facts,
    rows: readonly IntentRow[],
    at: Instant,
  ): Promise<SettledRows> {
    const settled: SettledIntent[] = []
    const touched: Touched[] = []
    let count = 0
    for (const row of rows) {
      const batch = await settleSingly(facts, row, at)
      count += 1
      settled.push(...(batch?.settled ?? []))
      if (batch !== null) touched.push(batch.touched)
      if (batch?.isOver === true) break
    }
    return { settled, touched: joinTouched(touched), count }
  }

  return {
    together: async (facts, rows, at) => {
      try {
        const batch = await settleBatch(facts, rules, rows, at)
        return { ...batch, count: batch.settled.length }
      } catch (error) {
        if (isOfEngine(error)) throw error
        throw new NotTogether('One of them says what is wrong.', { cause: error })
      }
    },
    singly: async (facts, rows, at) => {
      try {
        return await settleEach(facts, rows, at)
      } catch (error) {
        throw error instanceof TransactionGone ? error.cause : error
      }
    },
  }
}

/** The engine gave up the whole transaction by itself: nothing more can be written in it. */
class TransactionGone extends Error {
  override name = 'TransactionGone'
}

async function inSavepoint<T>({ tx, forget }: Facts, work: () => Promise<T>): Promise<T> {
  await sql`savepoint some_intents`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint some_intents`.execute(tx)
    return result
  } catch (error) {
    forget()
    try {
      await sql`rollback to savepoint some_intents`.execute(tx)
      await sql`release savepoint some_intents`.execute(tx)
    } catch {
      throw new TransactionGone('There is nothing left to roll back to.', { cause: error })
    }
    throw error
  }
}
