/** What this device knows of paying: whether there is any, what is on file, and how attempts went. Readable without a network, with its age. */

import { firstMethod } from '../../domain/billing/paying/pay-methods.ts'
import { type PayStanding, payStanding } from '../../domain/billing/paying/pay-standing.ts'
import { readAttempts, readPayMethods } from '../../domain/billing/paying/told.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Space } from '../app/with-space.tsx'
import { createOwnRecords } from '../store/records.ts'
import { words } from '../ui/words.ts'

export function createPaying() {
  const payments = createOwnRecords('payments', (value) => value)
  const methods = createOwnRecords('pay-methods', readPayMethods)
  const attempts = createOwnRecords('attempts', readAttempts)
  const methodsOf = (payer: string) => methods()?.all.get(payer) ?? null
  return {
    isKnown: () => payments() !== undefined && methods() !== undefined && attempts() !== undefined,
    /** That no money moves, for as long as it does not. */
    ribbon: () => words.payments.ribbon(String(payments()?.all.get('mode') ?? '')),
    isOffered: () => payments()?.all.has('mode') === true,
    methodsOf,
    standingOf: (story: BillStory, { catalogue, today }: Space): PayStanding => {
      const known = methodsOf(payerId(story.bill.payer))
      return payStanding({
        ...{ story, today, settings: catalogue.site.billing.dunning },
        attempts: attempts()?.all.get(story.bill.id) ?? [],
        hasMethod: known !== null && firstMethod(known) !== null,
      })
    },
  }
}
