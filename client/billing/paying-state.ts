/** What this device knows of paying: whether there is any, what is on file, and how attempts went. Readable without a network, with its age. */
import type { PaymentAttempt } from '../../domain/billing/paying/attempt.ts'
import { liveAttempt } from '../../domain/billing/paying/attempt.ts'
import { type Dunning, dunningOf, failuresOf } from '../../domain/billing/paying/dunning.ts'
import { retryOn } from '../../domain/billing/paying/next-charge.ts'
import { readAttempts, readPayMethods } from '../../domain/billing/paying/told.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import type { Block, DunningSettings } from '../../domain/sites/dunning-settings.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { createOwnRecords } from '../store/records.ts'

export function createPaying() {
  const payments = createOwnRecords('payments', (value) => value)
  const methods = createOwnRecords('pay-methods', readPayMethods)
  const attempts = createOwnRecords('attempts', readAttempts)
  return {
    isKnown: () => payments() !== undefined && methods() !== undefined && attempts() !== undefined,
    isOffered: () => payments()?.all.has('mode') === true,
    methodsOf: (payerId: string) => methods()?.all.get(payerId) ?? null,
    attemptsOf: (billId: string) => attempts()?.all.get(billId) ?? [],
  }
}

/** How paying a bill stands, as far as its payer is to know. */
export interface PayStanding {
  readonly live: PaymentAttempt | null
  readonly isConfirmNeeded: boolean
  readonly dunning: Dunning | null
  /** When the card is tried again by itself. */
  readonly nextTry: LocalDate | null
  readonly block: Block
}

export function payStanding(
  story: BillStory,
  attempts: readonly PaymentAttempt[],
  settings: DunningSettings,
  today: LocalDate,
): PayStanding {
  const live = liveAttempt(attempts)
  const dunning = dunningOf(story, attempts, settings, today)
  const isBarred = dunning?.last.why === 'barred'
  return {
    ...{ live, dunning, isConfirmNeeded: live?.standing.state === 'action-needed' },
    nextTry: dunning === null || isBarred ? null : retryOn(failuresOf(attempts), settings),
    block: dunning === null ? 'nothing' : settings.blocks[dunning.state],
  }
}
