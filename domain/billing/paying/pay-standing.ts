/** How paying a bill stands, as far as its payer and who keeps the books are to know. */
import { type Block, type DunningSettings, nextBlock } from '../../sites/dunning-settings.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { type BillStory, openOf } from '../payment.ts'
import { liveAttempt, type PaymentAttempt } from './attempt.ts'
import { type Dunning, dunningOf, failuresOf } from './dunning.ts'
import { retryOn } from './next-charge.ts'

export interface PayStanding {
  readonly live: PaymentAttempt | null
  readonly isConfirmNeeded: boolean
  readonly dunning: Dunning | null
  /** When a card is tried again by itself. */
  readonly nextTry: LocalDate | null
  readonly block: Block
  /** What it will keep its payer from if it is still not paid by then. */
  readonly nextBlock: ReturnType<typeof nextBlock>
}

export function payStanding(facts: {
  readonly story: BillStory
  readonly attempts: readonly PaymentAttempt[]
  /** Whether there is anything that could be charged by itself. */
  readonly hasMethod: boolean
  readonly settings: DunningSettings
  readonly today: LocalDate
}): PayStanding {
  const { story, attempts, hasMethod, settings, today } = facts
  const isOpen = openOf(story).amountMinor > 0
  const live = isOpen ? liveAttempt(attempts) : null
  const dunning = dunningOf(story, attempts, settings, today)
  const isTried = dunning !== null && dunning.last.why !== 'barred' && hasMethod
  return {
    ...{ live, dunning, isConfirmNeeded: live?.standing.state === 'action-needed' },
    nextTry: isTried ? retryOn(failuresOf(attempts), settings) : null,
    block: dunning === null ? 'nothing' : settings.blocks[dunning.state],
    nextBlock: dunning === null ? null : nextBlock(dunning.since, settings, today),
  }
}

/** Somebody has to do something about it, or to know. */
export function needsSomebody({ dunning, isConfirmNeeded }: PayStanding): boolean {
  return dunning !== null || isConfirmNeeded
}
