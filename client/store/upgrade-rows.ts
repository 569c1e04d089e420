/**
 * Rows that an older app left on the device, made readable for this one. A device that is offline when its app was renewed shows what
 * it has; at its next contact the space sends the documents anew.
 */
import type { Transaction } from 'dexie'
import { freeUntilStart } from '../../domain/sites/cancellation-policy.ts'

type Row = Readonly<Record<string, unknown>>

function change(transaction: Transaction, table: string, more: (row: Row) => object) {
  return transaction
    .table<Row>(table)
    .toCollection()
    .modify((row, found) => {
      found.value = { ...row, ...more(row) }
    })
}

/** Since version 2 bookings say how they are claimed on the day: those from before by nobody. */
export async function addArrivals(transaction: Transaction): Promise<void> {
  const unclaimed = (rows: unknown) => (rows as Row[]).map((row) => ({ ...row, checkIn: null })) // lists, written by version 1
  await change(transaction, 'facts', ({ bookings }) => ({ bookings: unclaimed(bookings) }))
  await change(transaction, 'desk', ({ arrivals }) => ({ arrivals: unclaimed(arrivals) }))
  await change(transaction, 'bookings', () => ({ checkIn: null, isFeeWaived: false }))
}

/** Since version 4 bookings and the places of a catalogue say by which policy they are cancelled: those from before until the start. */
export async function addPolicies(transaction: Transaction): Promise<void> {
  const facts = (rows: unknown) => (rows as Row[]).map((row) => ({ ...row, ...unsettled(row) })) // lists, written by version 3
  await change(transaction, 'facts', ({ bookings }) => ({ bookings: facts(bookings) }))
  await change(transaction, 'bookings', (row) => ({
    ...unsettled(row),
    ...{ cancelled: null, change: null, answer: null },
  }))
  await change(transaction, 'desk', ({ arrivals }) => ({
    arrivals: (arrivals as Row[]).map((row) => ({ ...row, terms: null })), // a list, as version 3 kept it
  }))
  await change(transaction, 'catalogues', ({ catalogue }) => ({
    catalogue: withPolicies(catalogue),
  }))
}

function unsettled({ price }: Row) {
  return { owed: price, policy: freeUntilStart, changedAt: null }
}

function withPolicies(catalogue: unknown) {
  const { resources, tiers, ...rest } = catalogue as Readonly<Record<string, Row[]>> // as version 3 kept it
  return {
    ...rest,
    resources: resources?.map((one) => ({
      ...one,
      rules: { cancellation: freeUntilStart, ...(one['rules'] as object) },
    })),
    tiers: tiers?.map((one) => ({ cancellation: null, ...one })),
  }
}

/** From the third version on bookings say which series they belong to; those before belong to none. */
export async function addSeries(transaction: Transaction): Promise<void> {
  await transaction.table('bookings').toCollection().modify({ series: null })
  await transaction
    .table('desk')
    .toCollection()
    .modify((desk: { arrivals: readonly object[] }) => {
      desk.arrivals = desk.arrivals.map((arrival) => ({ ...arrival, isRecurring: false }))
    })
  await transaction
    .table('facts')
    .toCollection()
    .modify((facts: { bookings: readonly object[]; series?: readonly object[] }) => {
      facts.bookings = facts.bookings.map((booking) => ({ ...booking, series: null }))
      facts.series = []
    })
}
