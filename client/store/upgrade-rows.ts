/**
 * Rows that an older app left on the device, made readable for this one. A device that is offline when its app was renewed shows what
 * it has; at its next contact the space sends the documents anew.
 */

import type { Transaction } from 'dexie'
import { noBilling } from '../../domain/sites/billing-settings.ts'
import { freeUntilStart } from '../../domain/sites/cancellation-policy.ts'
import { usualPasses } from '../../domain/sites/pass-offer.ts'

type Row = Readonly<Record<string, unknown>>

function change(transaction: Transaction, table: string, more: (row: Row) => object) {
  return transaction
    .table<Row>(table)
    .toCollection()
    .modify((row, found) => {
      found.value = { ...row, ...more(row) }
    })
}

/** Lists that an older app wrote. */
function each(rows: unknown, more: (row: Row) => object): readonly object[] {
  return ((rows ?? []) as Row[]).map((row) => ({ ...row, ...more(row) }))
}

/**
 * Version 2: bookings and what a catalogue holds say more than they did. What is not said of them is what held before there were words
 * for it: cancelled for nothing until the start, claimed and approved by nobody, part of nothing, at any hour, without limit.
 */
export async function sayMore(transaction: Transaction): Promise<void> {
  await change(transaction, 'facts', ({ bookings }) => ({
    bookings: each(bookings, moreOfBooking),
    series: [],
    waits: [],
    favourites: [],
    bills: [],
  }))
  await change(transaction, 'bookings', ({ price }) => ({
    ...{ owed: price, policy: freeUntilStart, cancelled: null, change: null, answer: null },
    ...{ extras: [], basketId: null, basket: null, guests: [], areGuestsOpen: false },
    ...{ checkIn: null, declineReason: null, isFeeWaived: false, madeBy: null, series: null },
    ...{ movesFrom: null, paidWith: null, isPrepaid: false },
    ...{ covered: [], payWith: 'personal' },
  }))
  await change(transaction, 'me', ({ member }) => ({
    member: { ...(member as object), ...moreOfMember },
    ...{ wallet: { lots: [], team: null }, favourites: [] },
  }))
  await change(transaction, 'desk', ({ arrivals }) => ({
    arrivals: each(arrivals, () => ({
      checkIn: null,
      isRecurring: false,
      terms: null,
      guests: [],
    })),
  }))
  await change(transaction, 'catalogues', ({ catalogue }) => ({
    catalogue: moreOfCatalogue(catalogue as Row), // the one object in that column
  }))
}

const moreOfMember = {
  ...{ tierSince: null, memberships: [], consents: [], isFindable: false, unpaid: [] },
  news: { off: [], reminders: null, language: null },
  teamLimits: { quotas: [], money: null },
}

function moreOfBooking({ price, state, cancelledAt }: Row) {
  const { currency } = price as { readonly currency: string } // every booking has one
  const free = { amountMinor: 0, currency }
  const step = { because: 'space', percent: 100 }
  return {
    ...{ owed: price, policy: freeUntilStart, changedAt: null, revision: 0 },
    ...{ madeBy: null, checkIn: null, series: null, moves: null, dayPrice: null, parts: [] },
    ...{ extras: [], basketId: null, guests: [], covered: [], payWith: 'personal' },
    isPrepaid: false,
    paidWith: null,
    ...(state === 'cancelled'
      ? { owed: free, effectiveAt: cancelledAt, step, refundDue: price }
      : {}),
    ...(state === 'lapsed' ? { heldFor: 'confirmation' } : {}),
  }
}

function moreOfCatalogue(catalogue: Row): object {
  return {
    ...catalogue,
    site: {
      ...(catalogue['site'] as object),
      ...{ houseRules: [], extras: [], passes: usualPasses, billing: noBilling },
      membersFindEachOther: true,
      hasDirectory: true,
      hasMessages: true,
      news: {
        ...{ reminders: 'day', quietFrom: 1200, quietUntil: 480, renewalDays: 7 },
        languages: [],
      },
      guests: { keptDays: 30, consent: '' },
    },
    resources: each(catalogue['resources'], ({ rules }) => ({
      ...{ approvalMinutes: null, partOf: null, isBookable: true, absences: [] },
      photos: [],
      rules: {
        ...(rules as object),
        ...{ granularities: [{ kind: 'hour' }], cancellation: freeUntilStart, checkIn: null },
      },
    })),
    tiers: each(catalogue['tiers'], () => ({ cancellation: null, quotas: [], allowances: [] })),
    rates: each(catalogue['rates'], () => ({
      ...{ hours: null, priority: 0, halfDayMinor: null, isPrepaid: false },
    })),
    former: [],
  }
}
